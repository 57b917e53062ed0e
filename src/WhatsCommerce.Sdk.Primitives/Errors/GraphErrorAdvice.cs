namespace WhatsCommerce;

/// <summary>Says what to do about an error: by its code where there is specific advice, otherwise by its class.</summary>
/// <remarks>Sources: Meta, support/error-codes, "Possible reasons and solutions"; graph-api/guides/error-handling.</remarks>
internal static class GraphErrorAdvice
{
    public static string For(GraphError error) => ByCode(error) ?? ByClass(error.Class);

    // The general code 100 of a rejected template, or of an object that is not found, says nothing; its subcode does.
    private static string? ByCode(GraphError error) =>
        ByCode(error.Class == GraphErrorClass.TemplateCreation || error.Subcode == GraphErrorCodes.PhoneNumberDeleted
            ? error.Subcode ?? error.Code
            : error.Code);

    private static string? ByCode(int? code) => code switch
    {
        GraphErrorCodes.CapabilityMissing =>
            "Give the app the permission under \"App Review\", \"Permissions and features\", and make a new token.",
        GraphErrorCodes.AddressNotAllowed => "Add the server's address to the app's allowed IP addresses, or remove the list.",
        GraphErrorCodes.AccessTokenRequired =>
            "Check that the token belongs to the app of AppSecret: the proof (appsecret_proof) is made of both.",
        GraphErrorCodes.AccessTokenExpired =>
            "Make a token of a system user, which does not expire; the one that the dashboard shows is valid for a day.",
        GraphErrorCodes.VersionDeprecated or GraphErrorCodes.ApiVersionDeprecated => "Raise GraphVersion in the options.",
        GraphErrorCodes.PhoneNumberDeleted or GraphErrorCodes.ObjectNotFound =>
            "Compare PhoneNumberId, BusinessAccountId and CatalogId with WhatsApp Manager: an id of another kind, or one that the token "
            + "cannot see, gives the same error.",
        GraphErrorCodes.InvalidParameter => "Read the details: they name the parameter.",
        GraphErrorCodes.ThroughputLimit =>
            "Set the number's throughput in the options (80 messages a second unless Meta raised it), for all instances together.",
        GraphErrorCodes.PairRateLimit => "Join several messages to one person into one, or wait between them.",
        GraphErrorCodes.SpamRateLimit =>
            "Stop campaigns, look at the quality rating in WhatsApp Manager, and ask for consent before you go on.",
        GraphErrorCodes.RecipientIsSender => "Send to another number than your own.",
        GraphErrorCodes.InvalidParameterValue =>
            "Read the details. For products: check the catalog that is connected to the account, the retailer id, and that the item is "
            + "approved and visible (Preflight does all of it).",
        GraphErrorCodes.RecipientBlocked => "Unblock the customer (BlockList) if you want to write to them.",
        GraphErrorCodes.RecipientInExperiment => "Do not send the message again; the customer will not get it.",
        GraphErrorCodes.MessageUndeliverable =>
            "Ask the customer by other means to update WhatsApp or to write first; do not retry the same message.",
        GraphErrorCodes.RecipientNotAllowed =>
            "Add the number in the App Dashboard under \"API Setup\", or use a number that is not a test number.",
        GraphErrorCodes.HealthyEcosystem =>
            "Do not retry at once: the customer gets enough marketing messages now. Try again after a day at the earliest, or do not.",
        GraphErrorCodes.MarketingStopped => "Send this customer no marketing until they allow it again (user_preferences webhook).",
        GraphErrorCodes.UserIdNotAccepted => "Send to the phone number, or ask for it with Message.ContactInfoRequest.",
        GraphErrorCodes.AccountLocked => "Look at the account in WhatsApp Manager, \"Account quality\"; for a two-step PIN, set it again.",
        GraphErrorCodes.CountryRestricted => "Leave customers of this country out.",
        GraphErrorCodes.PaymentIssue or GraphErrorCodes.CallingPaymentIssue =>
            "Add or mend the payment method under \"Billing\" in Meta Business Suite; messages go out again within minutes.",
        GraphErrorCodes.PaymentsTermsNotAccepted => "Accept the terms of payments in WhatsApp Manager.",
        GraphErrorCodes.OrderTransitionInvalid => "Send the states of an order in their order: completed and canceled are final.",
        GraphErrorCodes.OrderMessageUnsupported => "Send the payment link in a text: the customer's app is too old.",
        GraphErrorCodes.TemplateParameterCount or GraphErrorCodes.TemplateParameterFormat =>
            "Compare the parameters with the approved template; TemplateShape checks them before sending.",
        GraphErrorCodes.TemplateNotFound =>
            "Compare name and language: en and en_US are two. A new template can be sent once it is approved.",
        GraphErrorCodes.TemplatePaused => "Wait for the end of the pause, and change the text: customers reported it.",
        GraphErrorCodes.TemplateDisabled => "Create a new template with another text: this one cannot be sent any more.",
        GraphErrorCodes.TemplateSyncing => "Wait ten minutes after the approval.",
        GraphErrorCodes.TemplateLimitReached =>
            "Delete templates that are no longer used, or verify the business: 250 are allowed before, 6,000 after.",
        GraphErrorCodes.TemplateNameInUse => "Choose another name; that of a deleted template is free after 30 days.",
        GraphErrorCodes.TemplateParameterRatio => "Write more words around the parameters, or use fewer of them.",
        GraphErrorCodes.TemplateEdgeParameter => "Begin and end the text with words, not with a parameter.",
        GraphErrorCodes.MediaDownloadFailed => "Ask the customer to send the file again.",
        GraphErrorCodes.MediaUploadFailed => "Check type and size of the file against MediaLimits, and that a link can be reached by Meta.",
        GraphErrorCodes.CallPermissionMissing => "Ask for it first: Message.CallPermissionRequest.",
        GraphErrorCodes.CallingNotEnabled => "Enable calls for the number: Calls.UpdateSettingsAsync.",
        GraphErrorCodes.FlowBlocked or GraphErrorCodes.FlowThrottled =>
            "Look at the endpoint of the flow: it answers too slowly or with errors (docs/flows.md).",
        _ => null,
    };

    public static string ByClass(GraphErrorClass errorClass) => errorClass switch
    {
        GraphErrorClass.Authentication => "Make a new token and set it; the message says what is wrong with this one.",
        GraphErrorClass.Permission =>
            "Give the system user the asset and the token the permission: whatsapp_business_messaging to send, "
            + "whatsapp_business_management for accounts and templates, catalog_management for catalogs.",
        GraphErrorClass.Throttled => "Wait; the SDK has retried with backoff already. If it happens often, send fewer at once.",
        GraphErrorClass.MessagingLimit => "Send nothing more for now, and look at quality and limit of the number in WhatsApp Manager.",
        GraphErrorClass.Unavailable => "Wait and look at Meta's status page; for a send, wait for its status before you send again.",
        GraphErrorClass.InvalidRequest => "Correct the request: the same one will fail again.",
        GraphErrorClass.Product =>
            "Check the product with Preflight: whether it is in the connected catalog, approved, in stock and visible.",
        GraphErrorClass.Recipient => "Do not retry: the same message to the same person will fail again.",
        GraphErrorClass.OutsideWindow => "Send a template, or wait until the customer writes.",
        GraphErrorClass.AccountIntegrity => "Look at \"Account quality\" in WhatsApp Manager, and ask for a review there.",
        GraphErrorClass.PaymentSetup => "Complete the payment setup in Meta Business Suite.",
        GraphErrorClass.Order => "Compare the order's state with what was sent before.",
        GraphErrorClass.TemplateUse => "Compare the message with the approved template (Templates.ListAsync).",
        GraphErrorClass.TemplateCreation => "Correct the definition: the message says which part.",
        GraphErrorClass.Media => "Check the file against MediaLimits.",
        GraphErrorClass.Paging => "Read the list from its beginning.",
        GraphErrorClass.Registration => "Register the number again, or finish its setup (PhoneNumbers).",
        GraphErrorClass.Flow => "Look at the flow in WhatsApp Manager: its state, and the health of its endpoint.",
        GraphErrorClass.BlockList => "Read the list again, and repeat what is missing.",
        GraphErrorClass.Calling => "Read Calls.GetPermissionAsync before a call; the code says what is missing.",
        GraphErrorClass.Routing => "The conversation belongs to another app: wait until it is passed on, or ask for it (Conversations).",
        GraphErrorClass.Group => "Read the group again; the code says which part of it has changed.",
        GraphErrorClass.UserName => "Choose another name.",
        GraphErrorClass.Connection => "Check name resolution, proxy and firewall between this machine and BaseAddress.",
        _ => "Read the message; if it does not help, ask Meta's support with the trace id.",
    };
}
