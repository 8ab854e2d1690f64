package org.stipple.clinic.stock;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.TopicalProduct;

/// What the products in stock are called.
@Component
public class ProductNames {

    private final Knowledge knowledge;

    ProductNames(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Whether the knowledge base has a product of this kind for the clinic: cartridges and handpieces are of a
    /// device.
    public boolean knows(Kind kind, String product) {
        return switch (kind) {
            case CARTRIDGE, HANDPIECE ->
                knowledge.device(product).filter(device -> !device.forHome()).isPresent();
            case ANAESTHETIC -> knowledge.anaesthetics().containsKey(product);
            case TOPICAL ->
                knowledge.topicals().stream()
                        .anyMatch(one -> one.role() != TopicalProduct.Role.ANAESTHETIC
                                && one.id().equals(product));
        };
    }

    /// As the knowledge base names it; what it does not know is called by its identifier.
    ///
    /// @param product identifier of a device, an anaesthetic or a topical
    public String of(String product) {
        return knowledge
                .device(product)
                .map(Device::name)
                .or(() -> Optional.ofNullable(knowledge.anaesthetics().get(product)))
                .or(() -> knowledge.topicals().stream()
                        .filter(one -> one.id().equals(product))
                        .map(TopicalProduct::name)
                        .findFirst())
                .orElse(product);
    }
}
