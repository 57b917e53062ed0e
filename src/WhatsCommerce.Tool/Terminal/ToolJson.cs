using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsCommerce.Tool.Emulators;
using WhatsCommerce.Tool.Uploads;
using WhatsCommerce.Tool.Verification;

namespace WhatsCommerce.Tool.Terminal;

/// <summary>The JSON of <c>--json</c>, as docs/command.md describes it.</summary>
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
    // Made when it is first used: which of the static members of a partial class comes first is not said.
    private static ToolJson? _lines;

    /// <summary>Letters of every script as they are: the output is no HTML.</summary>
    public static ToolJson Lines =>
        _lines ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
