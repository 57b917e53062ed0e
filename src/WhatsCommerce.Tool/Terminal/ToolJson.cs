using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsCommerce.Tool.Emulators;
using WhatsCommerce.Tool.Uploads;
using WhatsCommerce.Tool.Verification;

namespace WhatsCommerce.Tool.Terminal;

/// <summary>The JSON format of <c>--json</c>, documented in docs/command.md.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TriggerResult))]
[JsonSerializable(typeof(TrafficLine))]
[JsonSerializable(typeof(LetterLine))]
[JsonSerializable(typeof(ReplayLine))]
[JsonSerializable(typeof(UploadProgressLine))]
[JsonSerializable(typeof(UploadRejectedLine))]
[JsonSerializable(typeof(UploadReportLine))]
[JsonSerializable(typeof(PreflightLine))]
[JsonSerializable(typeof(TemplateLine))]
[JsonSerializable(typeof(VerificationLine))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    // Created lazily, because the initialization order of static members across the parts of a partial class is undefined.
    private static ToolJson? _lines;

    /// <summary>Does not escape letters of any script, because the output is not HTML.</summary>
    public static ToolJson Lines =>
        _lines ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
