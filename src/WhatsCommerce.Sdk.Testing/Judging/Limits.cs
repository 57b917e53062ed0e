namespace WhatsCommerce.Testing.Judging;

/// <summary>
/// The documented limits of messages, templates and catalog items, duplicated on purpose: a validator that shared the sender's constants
/// would share its mistakes. Lengths count Unicode scalar values, because Meta does not define a character.
/// </summary>
internal static class Limits
{
    // Meta, messages API reference and the published OpenAPI description.
    public const int TextBody = 4096;
    public const int CallbackData = 512;
    public const int MediaCaption = 1024;

    // The published SDKs, where Meta's pages name no figure.
    public const int FileName = 240;
    public const int LocationName = 100;
    public const int LocationAddress = 300;
    public const int Contacts = 257;

    // Meta, catalogs/share-products, and the published OpenAPI description.
    public const int InteractiveBody = 1024;
    public const int Footer = 60;
    public const int HeaderText = 60;
    public const int Sections = 10;
    public const int Products = 30;
    public const int SectionTitle = 24;

    // Meta, messages/interactive-reply-buttons-messages, interactive-cta-url-messages, and the published OpenAPI description.
    public const int ReplyButtons = 3;
    public const int ReplyButtonId = 256;
    public const int ButtonTitle = 20;

    // Meta, messages/interactive-list-messages; newer than the OpenAPI description, which says 1024 for the body.
    public const int ListBody = 4096;
    public const int ListButton = 20;
    public const int ListSections = 10;
    public const int ListRows = 10;
    public const int ListRowId = 200;
    public const int ListRowTitle = 24;
    public const int ListRowDescription = 72;

    // The published OpenAPI description, flow_cta.
    public const int FlowButton = 30;

    // Meta, messages/address-messages and calling/call-button-messages-deep-links.
    public const int AddressPinCode = 6;
    public const int CallButtonMinMinutes = 1;
    public const int CallButtonMinutes = 43_200;
    public const int CallButtonPayload = 512;

    // Meta, catalogs/interactive-product-carousel-messages and messages/interactive-media-carousel-messages.
    public const int MinCards = 2;
    public const int MaxCards = 10;
    public const int CardBodyLineBreaks = 2;

    // Meta, payments/payments-br/payment-request-cta, templates/authentication-templates and direct-send/configure-message-ttl.
    public const int TemplatePaymentRequests = 3;
    public const int OneTimePassword = 15;
    public const int MinTimeToLive = 30;
    public const int UtilityTimeToLive = 43_200;
    public const int AuthenticationTimeToLive = 900;

    // Meta, payments/payments-br/orders and payments/payments-in/pg.
    public const int ReferenceId = 60;
    public const int ReferenceIdInIndia = 35;
    public const int OrderItemName = 60;
    public const int OrderItemsWithImages = 10;
    public const int ChargeDescription = 60;
    public const int DiscountProgramName = 60;
    public const int ExpirationSeconds = 300;
    public const int ExpirationDescription = 120;
    public const int StatusDescription = 120;
    public const int PaymentConfiguration = 60;
    public const int RazorpayReceipt = 40;
    public const int RazorpayNotes = 15;
    public const int RazorpayNote = 256;
    public const int PayUField = 255;
    public const int BillDeskField = 120;
    public const int ZaakpayField = 180;
    public const int BeneficiaryName = 200;
    public const int BeneficiaryAddressLine = 100;
    public const int PostalCodeDigits = 6;

    // Meta, catalog feed specification.
    public const int RetailerId = 100;
    public const int ItemTitle = 200;
    public const int ItemDescription = 9999;
    public const int ItemBrand = 100;

    // Meta, templates; the published SDKs where its pages name no figure. The text of a parameter: the published OpenAPI description.
    public const int TemplateName = 512;
    public const int TemplateBody = 1024;
    public const int TemplateParameterText = 32_768;
    public const int TemplateButtons = 10;
    public const int TemplateUrlButtons = 2;
    public const int TemplateButtonText = 25;
    public const int TemplateUrl = 2000;
    public const int TemplatePhone = 20;
    public const int CouponCode = 20;
    public const int OfferText = 16;
    public const int OfferBody = 600;
    public const int CardBody = 160;
    public const int CardButtons = 2;
    public const int Templates = 250;
    public const int EditsInADay = 1;
    public const int EditsInAMonth = 10;

    // Meta, product-catalog/items_batch.
    public const int BatchItems = 5000;
    public const int BatchBytes = 28 * 1024 * 1024;

    // ITU-T E.164; the lower bound is that of the shortest numbers in use.
    public const int MinPhoneDigits = 7;
    public const int MaxPhoneDigits = 15;

    // Meta, business-scoped-user-ids.
    public const int UserId = 128;

    // Meta, calling/user-call-permissions, business-initiated-calls, call-settings and troubleshooting.
    public const int CallRequestsInADay = 1;
    public const int CallRequestsInAWeek = 2;
    public const int ConnectedCallsInADay = 100;
    public const int StartedCallsInADay = 10_000;
    public const int ConcurrentCalls = 1_000;
    public const int CallPermissionReadsInASecond = 100;
    public const int UnansweredCallsUntilReminder = 2;
    public const int UnansweredCallsUntilRevoked = 4;
    public const int CallSlotsInADay = 2;
    public const int CallHolidays = 20;

    /// <summary>The metadata of a conversation that is passed.</summary>
    public const int ThreadMetadata = 2_000;
}
