namespace WhatsCommerce;

/// <summary>Decides what an error means. The order is: known code, then <c>is_transient</c>, then the HTTP status.</summary>
/// <remarks>
/// The flag does not outrank the table, because real answers carry <c>is_transient: true</c> with codes 4, 17 and 80007, which were
/// rejected before processing. The status says little: nearly every error, throttling included, comes as 400.
/// Source: Meta, support/error-codes.
/// </remarks>
internal static class GraphErrorClassifier
{
    public static GraphErrorClass Classify(GraphError error) => ByCode(error) ?? ByFlag(error) ?? ByStatus(error.HttpStatus);

    private static GraphErrorClass? ByCode(GraphError error) => error switch
    {
        // The same code stands for a wrong parameter and for a product that cannot be shown; only the sentence tells them apart.
        { Code: 131009 } => IsAboutProducts(error.Details) || IsAboutProducts(error.Message) ? GraphErrorClass.Product : GraphErrorClass.InvalidRequest,
        // The general code 1 with this sentence: the same request would be too much each time. Source: Meta, localized_items_batch.
        { Code: 1, Message: string message } when message.Contains("reduce the amount of data", StringComparison.OrdinalIgnoreCase) => GraphErrorClass.InvalidRequest,
        // A refused template comes with the general code 100 and says in the subcode that it is about a template.
        { Code: 100, Subcode: int subcode } when IsAboutTemplateCreation(subcode) => GraphErrorClass.TemplateCreation,
        _ => ByCode(error.Code) ?? (error.Subcode is int subcode && IsAboutTemplateCreation(subcode) ? GraphErrorClass.TemplateCreation : null),
    };

    private static GraphErrorClass? ByCode(int? code) => code switch
    {
        0 or 104 or 190 => GraphErrorClass.Authentication,
        3 or 10 or (>= 200 and <= 299) or 131005 or 403 => GraphErrorClass.Permission,
        4 or 17 or 613 or 80007 or 80008 or 80009 or 80014 or 130429 or 131056 => GraphErrorClass.Throttled,
        131048 or 131064 => GraphErrorClass.MessagingLimit,
        1 or 2 or 131000 or 131016 or 131057 or 133004 or 134101 => GraphErrorClass.OutcomeUnknown,
        33 or 100 or 400 or 803 or 131008 or 131021 or 131051 or 135000 => GraphErrorClass.InvalidRequest,
        131026 or 131030 or 131050 or 130403 or 130472 or 131049 or 131062 or 131063 => GraphErrorClass.Recipient,
        131047 => GraphErrorClass.OutsideWindow,
        368 or 131031 or 130497 => GraphErrorClass.AccountIntegrity,
        131042 or 131044 or 134011 => GraphErrorClass.PaymentSetup,
        2040 or 2046 or 2047 => GraphErrorClass.Order,
        132000 or 132001 or 132005 or 132007 or 132008 or 132012 or 132015 or 132016 or 132018 or 132068 or 132069 => GraphErrorClass.TemplateUse,
        int template when IsAboutTemplateCreation(template) => GraphErrorClass.TemplateCreation,
        131052 or 131053 => GraphErrorClass.Media,
        131059 => GraphErrorClass.Paging,
        131037 or 131045 or (>= 133000 and <= 133016) => GraphErrorClass.Registration,
        >= 139000 and <= 139004 => GraphErrorClass.Flow,
        >= 139100 and <= 139103 => GraphErrorClass.BlockList,
        >= 138000 and <= 138018 => GraphErrorClass.Calling,
        131020 or 131041 or (>= 131201 and <= 131215) => GraphErrorClass.Group,
        >= 147001 and <= 147005 => GraphErrorClass.UserName,
        _ => null,
    };

    private static GraphErrorClass? ByFlag(GraphError error) => error.IsTransient == true ? GraphErrorClass.OutcomeUnknown : null;

    private static GraphErrorClass ByStatus(int? status) => status switch
    {
        401 => GraphErrorClass.Authentication,
        403 => GraphErrorClass.Permission,
        429 => GraphErrorClass.Throttled,
        // Refused by the web server itself, before any application saw the request.
        404 or 405 or 406 or 411 or 413 or 414 or 415 or 431 => GraphErrorClass.InvalidRequest,
        >= 500 => GraphErrorClass.OutcomeUnknown,
        _ => GraphErrorClass.Unknown,
    };

    // Meta lists some of them and answers with more (2388023: the name is in use); 2388077 alone is about analytics.
    private static bool IsAboutTemplateCreation(int code) => code is >= 2388000 and <= 2388999 and not 2388077;

    private static bool IsAboutProducts(string? text)
    {
        if (text is null)
        {
            return false;
        }

        // A name that each message carries, whatever it is about.
        text = text.Replace("messaging_product", "", StringComparison.OrdinalIgnoreCase);
        return text.Contains("product", StringComparison.OrdinalIgnoreCase)
            || text.Contains("catalog", StringComparison.OrdinalIgnoreCase)
            || text.Contains("thumbnail", StringComparison.OrdinalIgnoreCase);
    }
}
