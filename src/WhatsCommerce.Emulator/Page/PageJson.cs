using System.Text.Json.Serialization;

namespace WhatsCommerce.Emulator;

/// <summary>The JSON of the page's requests and responses, as declared in wwwroot/core/types.d.ts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(VersionsJson))]
[JsonSerializable(typeof(SettingsJson))]
[JsonSerializable(typeof(SettingsChangeJson))]
[JsonSerializable(typeof(TemplateReviewJson))]
[JsonSerializable(typeof(NextAnswerJson))]
[JsonSerializable(typeof(WebhookFaultJson))]
[JsonSerializable(typeof(CallbackJson))]
[JsonSerializable(typeof(CustomerJson))]
[JsonSerializable(typeof(IReadOnlyList<CustomerJson>))]
[JsonSerializable(typeof(NewCustomerJson))]
[JsonSerializable(typeof(CustomerChangeJson))]
[JsonSerializable(typeof(NewDeviceJson))]
[JsonSerializable(typeof(DeviceJson))]
[JsonSerializable(typeof(ChatJson))]
[JsonSerializable(typeof(ActionJson))]
[JsonSerializable(typeof(ProductJson))]
[JsonSerializable(typeof(ProductsJson))]
[JsonSerializable(typeof(OpenedProductJson))]
[JsonSerializable(typeof(ProductChangeJson))]
[JsonSerializable(typeof(ReviewJson))]
[JsonSerializable(typeof(ItemJson))]
[JsonSerializable(typeof(NoteJson))]
[JsonSerializable(typeof(CartJson))]
[JsonSerializable(typeof(TrafficJson))]
[JsonSerializable(typeof(TrafficDetailsJson))]
[JsonSerializable(typeof(AgainJson))]
[JsonSerializable(typeof(SentJson))]
internal sealed partial class PageJson : JsonSerializerContext;

internal sealed record ProblemJson(string Error);

internal sealed record VersionsJson(long Chats, long Customers, long Catalog, long Settings, long Traffic)
{
    public static VersionsJson Of(Testing.EmulatorRevisions version) =>
        new(version.Chats, version.Customers, version.Catalog, version.Settings, version.Traffic);
}
