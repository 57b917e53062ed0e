using System.Text.Json.Serialization;

namespace WhatsCommerce.Benchmarks.Dto;

/// <summary>
/// What an application would write for itself: plain classes, one for each JSON object of these bodies, read by code that System.Text.Json
/// generates. They validate nothing. A member that they lack is an error, so that they read all that is in the body.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Delivery<MessagesValue>))]
[JsonSerializable(typeof(Delivery<TemplateStatusValue>))]
[JsonSerializable(typeof(Delivery<AccountUpdateValue>))]
[JsonSerializable(typeof(Delivery<FlowValue>))]
[JsonSerializable(typeof(Delivery<CallsValue>))]
[JsonSerializable(typeof(Delivery<GroupsValue>))]
[JsonSerializable(typeof(Delivery<HistoryValue>))]
internal sealed partial class DtoContext : JsonSerializerContext;
