using System.Text.Json.Serialization;

namespace WhatsCommerce.Tool.Verification;

/// <summary>The JSON format of <c>--json</c>, documented in docs/command.md.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PreflightLine))]
[JsonSerializable(typeof(TemplateLine))]
[JsonSerializable(typeof(VerificationLine))]
internal sealed partial class VerificationJson : JsonSerializerContext;
