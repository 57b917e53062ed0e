namespace WhatsCommerce.Emulator;

internal sealed record SettingsJson(
    BusinessJson Business,
    string BaseAddress,
    string GraphVersion,
    string AccessToken,
    string AppSecret,
    string VerifyToken,
    string? Callback,
    ShopJson Catalog,
    CallingJson Calling,
    string? NextAnswer,
    IReadOnlyList<string> WebhookFaults,
    IReadOnlyList<TemplateJson> Templates,
    IReadOnlyList<string> Notices)
{
    public static SettingsJson Of(CloudApiEmulator cloud)
    {
        WhatsCommerceOptions options = cloud.Options;
        EmulatedCatalog? catalog = cloud.ConnectedCatalog;
        return new(
            new(cloud.Number.VerifiedName, cloud.PhoneNumber.E164, options.PhoneNumberId!, options.BusinessAccountId!, options.BusinessId!),
            cloud.BaseAddress.ToString(),
            options.GraphVersion,
            options.AccessToken!,
            cloud.AppSecret,
            cloud.VerifyToken,
            cloud.Callback?.ToString(),
            new(
                catalog?.Id.Value,
                catalog?.Name,
                catalog is not null,
                cloud.Number.IsCatalogVisible,
                cloud.Number.IsCartEnabled,
                catalog?.Count ?? 0,
                catalog is null ? null : ProductViews.First(catalog)?.RetailerId.Value),
            CallingJson.Of(cloud.Number),
            cloud.Faults.Active is [var next, ..] ? next : null,
            [
                .. cloud.WebhookFaults.Active.Select(active => active.Left is { } left
                    ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{active.Fault} ({left} to come)")
                    : $"{active.Fault} (always)"),
            ],
            [
                .. cloud.Templates.Items.Select(template =>
                    new TemplateJson(template.Id, template.Name, template.Language, template.Category, template.Status)),
            ],
            [.. cloud.Notices.Select(notice => notice.ToString())]);
    }
}

internal sealed record BusinessJson(string Name, string Phone, string PhoneNumberId, string BusinessAccountId, string BusinessId);
internal sealed record ShopJson(string? Id, string? Name, bool IsConnected, bool IsVisible, bool IsCartEnabled, int Count, string? First);
internal sealed record TemplateJson(string Id, string Name, string Language, string Category, string Status);
internal sealed record TemplateReviewJson(string Name, string Verdict, string? Reason = null);

internal sealed record SettingsChangeJson(
    bool? IsCartEnabled = null,
    bool? IsCatalogVisible = null,
    bool? IsCatalogConnected = null,
    bool? HidePhoneNumbers = null,
    bool? IsCallingEnabled = null);

internal sealed record NextAnswerJson(int? Code = null, int? Status = null, bool Cut = false, bool AfterAccepting = false, int Count = 1);
internal sealed record WebhookFaultJson(string Kind, int Count = 1, int Milliseconds = 2000, bool Always = false);
internal sealed record CallbackJson(string Address);
