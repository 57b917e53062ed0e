namespace WhatsCommerce;

/// <summary>Classifies an error: by its code if known, else by <c>is_transient</c>, else by the HTTP status.</summary>
/// <remarks>
/// The flag does not outrank the table, because real responses carry <c>is_transient: true</c> with codes 4, 17 and 80007, which were
/// rejected before processing. The status says little: nearly every error, rate limits included, has status 400. What matters for each code
/// is whether the request may have been carried out: a request that Meta rejects for its token, its rate or its shape was not. Sources:
/// Meta, support/error-codes; graph-api/guides/error-handling; graph-api/overview/rate-limiting; marketing-api/error-reference.
/// </remarks>
internal static class GraphErrorClassifier
{
    private static readonly string[] CannotBeShown =
    [
        "not found", "not exist", "not connected", "not linked", "not available", "not visible", "not enabled", "not approved",
        "not part of", "unavailable", "hidden", "disabled", "turned off", "switched off", "deleted", "rejected",
    ];

    public static GraphErrorClass Classify(GraphError error) => ByCode(error) ?? ByFlag(error) ?? ByStatus(error.HttpStatus);

    private static GraphErrorClass? ByCode(GraphError error) => error switch
    {
        // Meta uses this code for an invalid parameter and for a product that cannot be shown; only the details distinguish them.
        { Code: 131009 } => IsAboutProducts(error.Details) ? GraphErrorClass.Product : GraphErrorClass.InvalidRequest,
        // The general code 1 with this sentence: a retry of the same request would be too large again. Source: Meta, localized_items_batch.
        { Code: 1, Message: string message } when message.Contains("reduce the amount of data", StringComparison.OrdinalIgnoreCase) =>
            GraphErrorClass.InvalidRequest,
        // A rejected template has the general code 100, and a subcode that says that it is about a template.
        { Code: 100, Subcode: int subcode } when IsAboutTemplateCreation(subcode) => GraphErrorClass.TemplateCreation,
        // Providers report it as a code, the Graph API usually writes such codes as the subcode of 100.
        { Subcode: 2494191 } => GraphErrorClass.Routing,
        // A path that does not exist, or one such as /me that has a meaning only with a token.
        { Code: 2500, Message: string message } when message.Contains("access token", StringComparison.OrdinalIgnoreCase) =>
            GraphErrorClass.Authentication,
        // Meta's guide: an OAuthException without a code is about the token. Failures on Meta's side have this type too, but with a code.
        { Code: null, Subcode: null, Type: "OAuthException", IsTransient: not true, HttpStatus: not >= 500 } =>
            GraphErrorClass.Authentication,
        _ => ByCode(error.Code) ?? BySubcode(error.Subcode) ?? (error.Code < 0 ? GraphErrorClass.Unavailable : null),
    };

    private static GraphErrorClass? ByCode(int? code) => code switch
    {
        0 or 101 or 102 or 104 or 190 => GraphErrorClass.Authentication,
        3 or 5 or 10 or (>= 200 and <= 299) or 131005 or 403 => GraphErrorClass.Permission,
        4 or 9 or 17 or 32 or 341 or 613 or (>= 80000 and <= 80014) or 130429 or 131056 => GraphErrorClass.Throttled,
        131048 or 131064 => GraphErrorClass.MessagingLimit,
        1 or 2 or 131000 or 131016 or 131057 or 133004 or 134101 => GraphErrorClass.Unavailable,
        // 100 to 199 are parameter errors of the general API, except for those of the token.
        6 or 7 or 8 or 11 or 12 or 21 or 33 or (>= 100 and <= 199) or 400 or 506 or 803 or 2500 or 2635 or 131008 or 131021 or 131051
            or 131055 or 134100
            or 135000 or 1609005 => GraphErrorClass.InvalidRequest,
        131026 or 131030 or 131050 or 130403 or 130472 or 131049 or 131062 or 131063 => GraphErrorClass.Recipient,
        131047 => GraphErrorClass.OutsideWindow,
        368 or 131031 or 130497 => GraphErrorClass.AccountIntegrity,
        131042 or 131044 or 134011 => GraphErrorClass.PaymentSetup,
        2040 or 2046 or 2047 => GraphErrorClass.Order,
        132000 or 132001 or 132005 or 132007 or 132008 or 132012 or 132015 or 132016 or 132018 or 132068 or 132069 or 134102
            => GraphErrorClass.TemplateUse,
        int template when IsAboutTemplateCreation(template) => GraphErrorClass.TemplateCreation,
        131052 or 131053 => GraphErrorClass.Media,
        131059 => GraphErrorClass.Paging,
        131037 or 131045 or (>= 133000 and <= 133016) => GraphErrorClass.Registration,
        >= 139000 and <= 139004 => GraphErrorClass.Flow,
        >= 139100 and <= 139103 => GraphErrorClass.BlockList,
        >= 138000 and <= 138023 => GraphErrorClass.Calling,
        2494191 => GraphErrorClass.Routing,
        131020 or 131041 or (>= 131201 and <= 131215) => GraphErrorClass.Group,
        >= 147001 and <= 147005 => GraphErrorClass.UserName,
        _ => null,
    };

    private static GraphErrorClass? BySubcode(int? subcode) => subcode switch
    {
        458 or 459 or 460 or 463 or 464 or 467 or 492 => GraphErrorClass.Authentication,
        int template when IsAboutTemplateCreation(template) => GraphErrorClass.TemplateCreation,
        _ => null,
    };

    private static GraphErrorClass? ByFlag(GraphError error) => error.IsTransient == true ? GraphErrorClass.Unavailable : null;

    private static GraphErrorClass ByStatus(int? status) => status switch
    {
        401 => GraphErrorClass.Authentication,
        403 => GraphErrorClass.Permission,
        429 => GraphErrorClass.Throttled,
        // Rejected by the web server itself, before any application saw the request.
        404 or 405 or 406 or 411 or 413 or 414 or 415 or 431 => GraphErrorClass.InvalidRequest,
        >= 500 => GraphErrorClass.Unavailable,
        _ => GraphErrorClass.Unknown,
    };

    // Meta documents some of them and returns more (2388023: the name is in use). Only 2388077 is about analytics.
    private static bool IsAboutTemplateCreation(int code) => code is >= 2388000 and <= 2388999 and not 2388077;

    // That a sentence mentions products or catalogs proves nothing: the rules of catalog messages do so as well. It must also say that one
    // cannot be found or shown. Wordings: field reports, and Meta's page on commerce settings.
    private static bool IsAboutProducts(string? details)
    {
        // Longer words that contain these: "messaging_product", which every message carries, and "production".
        string text = (details ?? "").Replace("messaging_product", "", StringComparison.OrdinalIgnoreCase)
            .Replace("production", "", StringComparison.OrdinalIgnoreCase);
        return Has("thumbnail") || Has("commerce setting") || Has("no products")
            || ((Has("product") || Has("catalog")) && Array.Exists(CannotBeShown, Has));

        bool Has(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
