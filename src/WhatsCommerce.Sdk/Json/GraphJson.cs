using System.Text.Json.Serialization;
using WhatsCommerce.Http;
using WhatsCommerce.Media;

namespace WhatsCommerce.Json;

/// <summary>The one generated context of this direction: what the Graph API answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(MediaAnswer))]
internal sealed partial class GraphJson : JsonSerializerContext;
