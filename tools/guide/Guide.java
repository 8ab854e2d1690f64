import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Fetches what finds landmarks of faces in the browser, where npm is there, and lays it where the build packs
/// it up: `java tools/guide/Guide.java DIRECTORY`. What is there already, by its hashes, is not fetched again.
/// It never fails: without npm, network or the expected bytes there is no guide, one line says so, and
/// everything else is built.
///
/// The package makes functions out of text at three places, which a page may only with `'unsafe-eval'`. They
/// are replaced by functions that do the same without (docs/decisions/0089-guided-capture.md).
final class Guide {

    private static final String PACKAGE = "@mediapipe/face_mesh";
    private static final String VERSION = "0.4.1633559619";
    private static final String GLUE = "face_mesh_solution_simd_wasm_bin.js";
    private static final int PATIENCE_SECONDS = 180;

    /// SHA-256 of each file that is taken, as it is published.
    private static final Map<String, String> PUBLISHED = Map.of(
            "face_mesh.binarypb", "139546bf05aebb33e2611b6b945f3a1629c316ca924e33cec1547c85ddef9f53",
            "face_mesh.js", "5db8555ac80ca2ad7366fbb3ea53c0d0959609fc9abb7b8be37a74ec1ac4ba9c",
            "face_mesh_solution_packed_assets.data", "dbe5905c582c0462cdaea17e7e6ecea92edaa8cccc515c5e2e7291f2cbb5fb99",
            "face_mesh_solution_packed_assets_loader.js",
                    "e5de8685b299184813f7cec668e499023937ae521b70f60cd0fc4832930446e0",
            GLUE, "ca291877afb9c13308cf6be42f23cd39f1adf0036bb63ecad2ce16073bcf07c7",
            "face_mesh_solution_simd_wasm_bin.wasm", "fb9e9cfe8b83a914e40eab2efd3b0d92a61f82a7c968589f223ab2a7e331d314");

    /// SHA-256 of the file of which three functions are replaced, afterwards.
    private static final String REPLACED = "0b2a7dacbbfba92d31753acedd24556101b38be65d2d6e90bbd0ef9eda25781b";

    private static final String NOTICE = "/* Changed by the build of Stipple: three functions that were made of text are written out. "
            + "MediaPipe, Apache License 2.0. */\n";

    private Guide() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        Path packed = directory.resolve("static").resolve("guide").resolve(VERSION);
        if (isThere(packed)) {
            return;
        }
        try {
            fetch(directory, packed);
            System.err.println("stipple: the guide by landmarks of the face is fetched");
        } catch (InterruptedException interrupted) {
            off("it was interrupted");
        } catch (IOException | IllegalStateException missing) {
            off(missing.getMessage());
        }
    }

    private static void off(String why) {
        System.err.println("stipple: photos are taken without landmarks of the face: " + why);
    }

    private static boolean isThere(Path packed) {
        return expected().entrySet().stream()
                .allMatch(file -> Files.isRegularFile(packed.resolve(file.getKey()))
                        && sha256(packed.resolve(file.getKey())).equals(file.getValue()));
    }

    private static Map<String, String> expected() {
        var expected = new LinkedHashMap<>(PUBLISHED);
        expected.put(GLUE, REPLACED);
        return expected;
    }

    private static void fetch(Path directory, Path packed) throws IOException, InterruptedException {
        delete(directory);
        Path parts = Files.createDirectories(directory.resolve("fetched"));
        try {
            install(parts);
            Path from = parts.resolve("node_modules").resolve(PACKAGE);
            Path fresh = Files.createDirectories(parts.resolve("ready"));
            for (var file : PUBLISHED.entrySet()) {
                Path published = from.resolve(file.getKey());
                if (!Files.isRegularFile(published) || !sha256(published).equals(file.getValue())) {
                    throw new IllegalStateException(file.getKey() + " of " + PACKAGE + " " + VERSION
                            + " is not the file that was expected; it is not used");
                }
                Files.copy(published, fresh.resolve(file.getKey()));
            }
            Path glue = fresh.resolve(GLUE);
            Files.writeString(glue, NOTICE + withoutText(Files.readString(glue)));
            if (!sha256(glue).equals(REPLACED)) {
                throw new IllegalStateException(GLUE + " is " + sha256(glue) + " after the replacement, expected " + REPLACED);
            }
            Files.createDirectories(packed.getParent());
            Files.move(fresh, packed, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(parts);
        }
    }

    private static void install(Path parts) throws IOException, InterruptedException {
        String npm = Optional.ofNullable(System.getenv("STIPPLE_NPM")).orElse("npm");
        Process process;
        try {
            process = new ProcessBuilder(List.of(
                            npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save",
                            "--no-package-lock", "--fetch-retries=1", "--prefix", parts.toString(), PACKAGE + "@" + VERSION))
                    .directory(parts.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException absent) {
            throw new IllegalStateException("npm is not here", absent);
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("npm took longer than " + PATIENCE_SECONDS + " seconds");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("npm could not fetch " + PACKAGE + " " + VERSION);
        }
    }

    /// The glue between the page and its compiled part, with functions in place of the text of functions.
    private static String withoutText(String glue) {
        String named = replaced(
                glue,
                "function createNamedFunction(name,body){",
                "(body)}",
                "function createNamedFunction(name,body){\"use strict\";return Object.defineProperty(function(){"
                        + "return body.apply(this,arguments)},\"name\",{value:makeLegalFunctionName(name)})}");
        String invoked = replaced(
                named,
                "var invokerFnBody=\"return function \"",
                "var invokerFunction=new_(Function,args1).apply(null,args2);return invokerFunction}",
                """
                var types=argTypes.slice(isClassMethodFunc?1:2);
                return createNamedFunction(humanName,function(){
                if(arguments.length!==argCount-2){throwBindingError("function "+humanName+" called with "+arguments.length+" arguments, expected "+(argCount-2))}
                var destructors=needsDestructorStack?[]:null;
                var given=(isClassMethodFunc?[this]:[]).concat(Array.prototype.slice.call(arguments));
                var wired=types.map(function(type,i){return type.toWireType(destructors,given[i])});
                var answer=cppInvokerFunc.apply(null,[cppTargetFunc].concat(wired));
                if(needsDestructorStack){runDestructors(destructors)}
                else{types.forEach(function(type,i){if(type.destructorFunction!==null){type.destructorFunction(wired[i])}})}
                if(returns){return argTypes[0].fromWireType(answer)}
                })}""");
        return replaced(
                invoked,
                "var params=[\"retType\"];var args=[retType];var argsList=\"\";",
                "var invokerFunction=new_(Function,params).apply(null,args);return __emval_addMethodCaller(invokerFunction)}",
                """
                return __emval_addMethodCaller(createNamedFunction("methodCaller_"+signatureName,function(handle,name,destructors,args){
                var offset=0;
                var given=types.slice(1).map(function(type){var value=type.readValueFromPointer(args+offset);offset+=type["argPackAdvance"];return value});
                var answer=handle[name].apply(handle,given);
                types.slice(1).forEach(function(type,i){if(type["deleteObject"]){type.deleteObject(given[i])}});
                if(!retType.isVoid){return retType.toWireType(destructors,answer)}
                }))}""");
    }

    private static String replaced(String text, String from, String to, String by) {
        int begin = text.indexOf(from);
        int end = begin < 0 ? -1 : text.indexOf(to, begin);
        if (end < 0 || text.indexOf(from, begin + 1) >= 0) {
            throw new IllegalStateException("the place of “" + from + "” is not found");
        }
        return text.substring(0, begin) + by + text.substring(end + to.length());
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException | GeneralSecurityException unreadable) {
            return "";
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
