namespace WhatsCommerce;

/// <summary>The error codes of Meta's messaging APIs. Compare <see cref="GraphError.Code"/> with them.</summary>
/// <remarks>
/// An unknown code keeps its number in <see cref="GraphError.Code"/>; <see cref="GraphError.Class"/> says what to do about a whole group of
/// codes. Some ranges contain numbers that Meta reserves without names; they have a class, and no constant here. Source: Meta,
/// support/error-codes, unless a constant names another source.
/// </remarks>
public static partial class GraphErrorCodes
{
    // Authentication.

    /// <summary>The app user could not be authenticated: the token expired, was revoked, or the user withdrew the app's access.</summary>
    public const int AuthenticationFailed = 0;

    /// <summary>The app of the token is unknown or was deleted. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int AppInvalid = 101;

    /// <summary>
    /// The session or the token expired, was revoked or is otherwise invalid. Source: Meta, graph-api/guides/error-handling.
    /// </summary>
    public const int SessionInvalid = 102;

    /// <summary>The request has no suitable access token, or its <c>appsecret_proof</c> is wrong.</summary>
    public const int AccessTokenRequired = 104;

    /// <summary>The access token expired, was revoked or is malformed.</summary>
    public const int AccessTokenExpired = 190;

    // Permission.

    /// <summary>The app lacks a capability or permission for the method.</summary>
    public const int CapabilityMissing = 3;

    /// <summary>The request came from an IP address that the app does not allow. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int AddressNotAllowed = 5;

    /// <summary>A permission was not granted, or was revoked.</summary>
    public const int PermissionDenied = 10;

    /// <summary>The first of the codes 200-299, all of which say that a permission was not granted, or was revoked.</summary>
    public const int ApiPermissionFirst = 200;

    /// <summary>The last of the codes that start with <see cref="ApiPermissionFirst"/>.</summary>
    public const int ApiPermissionLast = 299;

    /// <summary>The token has no access to this object.</summary>
    public const int Forbidden = 403;

    /// <summary>A permission was not granted, or was revoked.</summary>
    public const int AccessDenied = 131005;

    // Throttled: rejected before processing.

    /// <summary>The app made too many calls.</summary>
    public const int AppRateLimit = 4;

    /// <summary>The user of the token performed too many actions. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int ActionRateLimit = 9;

    /// <summary>The user of the token made too many calls.</summary>
    public const int UserRateLimit = 17;

    /// <summary>Too many calls with a page token. Source: Meta, graph-api/overview/rate-limiting.</summary>
    public const int PageRateLimit = 32;

    /// <summary>The app reached a limit. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int AppLimitReached = 341;

    /// <summary>Too many calls of one kind within a period.</summary>
    public const int CallRateLimit = 613;

    /// <summary>
    /// The first of the codes 80000-80014, all of which say that a business made too many calls of one use case. Source: Meta,
    /// graph-api/overview/rate-limiting.
    /// </summary>
    public const int BusinessUseCaseRateLimitFirst = 80000;

    /// <summary>The WhatsApp Business account reached its rate limit.</summary>
    public const int BusinessAccountRateLimit = 80007;

    /// <summary>Too many management calls to the WhatsApp Business account.</summary>
    public const int BusinessManagementRateLimit = 80008;

    /// <summary>Too many calls to the catalog.</summary>
    public const int CatalogManagementRateLimit = 80009;

    /// <summary>Too many batch uploads to the catalog.</summary>
    public const int CatalogBatchRateLimit = 80014;

    /// <summary>The phone number exceeded its limit of messages a second (throughput).</summary>
    public const int ThroughputLimit = 130429;

    /// <summary>
    /// Pair rate limit: too many messages from this number to this customer. One message in six seconds, with a burst of 45 that is paid
    /// back. Back off for 4^n seconds.
    /// </summary>
    public const int PairRateLimit = 131056;

    // Spam and messaging limits.

    /// <summary>The number's sending is limited because too many of its messages were blocked or reported as spam.</summary>
    public const int SpamRateLimit = 131048;

    /// <summary>The messaging limit was reached because templates had the wrong category.</summary>
    public const int TemplateClassificationLimit = 131064;

    // Outcome unknown for a send.

    /// <summary>An invalid request, or a failure on Meta's side.</summary>
    public const int UnknownApiError = 1;

    /// <summary>Meta's service is temporarily down or overloaded.</summary>
    public const int ApiServiceUnavailable = 2;

    /// <summary>The message failed for a reason that Meta does not specify.</summary>
    public const int SomethingWentWrong = 131000;

    /// <summary>A required service is temporarily down.</summary>
    public const int ServiceUnavailable = 131016;

    /// <summary>The business account is under maintenance, such as an upgrade of its throughput, for at most a minute.</summary>
    public const int MaintenanceMode = 131057;

    /// <summary>The server is temporarily unavailable.</summary>
    public const int ServerTemporarilyUnavailable = 133004;

    /// <summary>The template is still being synchronized, which takes about ten minutes.</summary>
    public const int TemplateSyncing = 134101;

    // The request itself.

    /// <summary>The method was removed from the API. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int MethodDeprecated = 11;

    /// <summary>
    /// The method does not exist in this version of the API, any more or yet. Source: Meta, graph-api/guides/error-handling.
    /// </summary>
    public const int VersionDeprecated = 12;

    /// <summary>The object has another id now. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int ObjectMigrated = 21;

    /// <summary>A parameter names a business phone number that was deleted.</summary>
    public const int PhoneNumberDeleted = 33;

    /// <summary>A parameter is not supported, misspelled or has a wrong value.</summary>
    public const int InvalidParameter = 100;

    /// <summary>The request is malformed.</summary>
    public const int BadRequest = 400;

    /// <summary>The same content was posted just before; it was not posted again. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int DuplicatePost = 506;

    /// <summary>No object has this id, or the token cannot see it.</summary>
    public const int ObjectNotFound = 803;

    /// <summary>
    /// The path does not exist: check <c>BaseAddress</c>, <c>GraphVersion</c> and the ids. If the message mentions an access token, the
    /// token is the problem. Source: field reports.
    /// </summary>
    public const int UnknownPath = 2500;

    /// <summary>
    /// The version of the API is no longer supported: raise <c>GraphVersion</c>. Source: Meta, marketing-api/error-reference.
    /// </summary>
    public const int ApiVersionDeprecated = 2635;

    /// <summary>A required parameter is missing.</summary>
    public const int RequiredParameterMissing = 131008;

    /// <summary>
    /// A parameter has a value that is not valid. Also returned for products that are not in the connected catalog: only the details
    /// distinguish the cases.
    /// </summary>
    public const int InvalidParameterValue = 131009;

    /// <summary>The recipient is the number that sends.</summary>
    public const int RecipientIsSender = 131021;

    /// <summary>The type of the message is not supported.</summary>
    public const int UnsupportedMessageType = 131051;

    /// <summary>This endpoint does not accept the message. Source: Meta, marketing-messages/error-codes.</summary>
    public const int MethodNotAllowed = 131055;

    /// <summary>Only marketing messages can be sent here. Source: Meta, marketing-messages/error-codes.</summary>
    public const int MarketingMessagesOnly = 134100;

    /// <summary>The link of a post could not be used. Source: Meta, graph-api/guides/error-handling.</summary>
    public const int LinkNotPostable = 1609005;

    /// <summary>The message failed because of an error in the request that Meta does not specify.</summary>
    public const int GenericUserError = 135000;

    // Recipient.

    /// <summary>The business blocked this recipient: unblock first.</summary>
    public const int RecipientBlocked = 130403;

    /// <summary>The recipient is part of an experiment by Meta, for which the message was held back.</summary>
    public const int RecipientInExperiment = 130472;

    /// <summary>The recipient is not on WhatsApp, uses an outdated app or has not accepted the terms.</summary>
    public const int MessageUndeliverable = 131026;

    /// <summary>The recipient is not on the allowed list of a test number.</summary>
    public const int RecipientNotAllowed = 131030;

    /// <summary>
    /// Held back to maintain healthy engagement: the customer receives enough marketing messages. Wait at least 24 hours.
    /// </summary>
    public const int HealthyEcosystem = 131049;

    /// <summary>The customer opted out of marketing messages of this business.</summary>
    public const int MarketingStopped = 131050;

    /// <summary>This kind of message cannot be sent to a business-scoped user id: use the phone number.</summary>
    public const int UserIdNotAccepted = 131062;

    /// <summary>Marketing templates are disabled for this API.</summary>
    public const int MarketingTemplatesDisabled = 131063;

    // Time, account and money.

    /// <summary>The business account was restricted or disabled for a violation of a policy.</summary>
    public const int PolicyViolation = 368;

    /// <summary>The business account may not message users in this country.</summary>
    public const int CountryRestricted = 130497;

    /// <summary>The business account was restricted or disabled, or data of the request could not be checked against it.</summary>
    public const int AccountLocked = 131031;

    /// <summary>The business's payment method has a problem.</summary>
    public const int PaymentIssue = 131042;

    /// <summary>The business's payment method has a problem, for calls.</summary>
    public const int CallingPaymentIssue = 131044;

    /// <summary>The customer's last message is more than 24 hours ago: send a template.</summary>
    public const int OutsideCustomerServiceWindow = 131047;

    /// <summary>The terms of payments in WhatsApp were not accepted, or the business may not use them.</summary>
    public const int PaymentsTermsNotAccepted = 134011;

    // Orders.

    /// <summary>The customer's app cannot show this order message.</summary>
    public const int OrderMessageUnsupported = 2040;

    /// <summary>The order cannot change from its state to the one given.</summary>
    public const int OrderTransitionInvalid = 2046;

    /// <summary>An order that is paid cannot be cancelled.</summary>
    public const int PaidOrderNotCancelable = 2047;

    // Media and paging.

    /// <summary>A file that a customer sent could not be downloaded.</summary>
    public const int MediaDownloadFailed = 131052;

    /// <summary>A file of a message could not be uploaded.</summary>
    public const int MediaUploadFailed = 131053;

    /// <summary>The paging cursor expired or is damaged: start again without one.</summary>
    public const int CursorInvalid = 131059;
}
