using System.Text.Json.Serialization;

namespace WhatsCommerce.Tool.Uploads;

/// <summary>The JSON format of <c>--json</c>, documented in docs/command.md.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UploadProgressLine))]
[JsonSerializable(typeof(UploadRejectedLine))]
[JsonSerializable(typeof(UploadReportLine))]
internal sealed partial class UploadsJson : JsonSerializerContext;
