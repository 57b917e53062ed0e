namespace WhatsCommerce.Storefronts;

/// <summary>The log messages of the storefront. They contain no texts of customers, phone numbers, links or secrets.</summary>
internal static partial class StorefrontLog
{
    public const string Category = "WhatsCommerce.Storefront";

    [LoggerMessage(401, LogLevel.Error, "Handler {Handler} failed for {Event}, attempt {Attempt}; it is a dead letter now: {IsDead}")]
    public static partial void HandlerFailed(
        ILogger logger, Exception exception, string handler, string @event, int attempt, bool isDead);

    [LoggerMessage(402, LogLevel.Warning, "Handler {Handler} completed {Event} after its lease had expired; its result is discarded")]
    public static partial void ClaimLost(ILogger logger, string handler, string @event);

    [LoggerMessage(403, LogLevel.Warning, "Provider {Provider} did not answer for attempt {Attempt} of order {Order} ({Call}); it is read "
        + "back")]
    public static partial void ProviderUnknown(
        ILogger logger, Exception exception, string provider, string call, AttemptId attempt, OrderId order);

    [LoggerMessage(404, LogLevel.Warning, "Provider {Provider} refused attempt {Attempt} of order {Order} ({Call})")]
    public static partial void ProviderRefused(
        ILogger logger, Exception exception, string provider, string call, AttemptId attempt, OrderId order);

    [LoggerMessage(405, LogLevel.Warning, "Order {Order} needs review: {Reason}")]
    public static partial void NeedsReview(ILogger logger, OrderId order, ReviewReason reason);

    [LoggerMessage(406, LogLevel.Warning, "The customer of order {Order} was not told of {Event}: the service window is closed")]
    public static partial void OutsideWindow(ILogger logger, OrderId order, string @event);

    [LoggerMessage(471, LogLevel.Warning, "An admin was not notified of {Kind}: their service window is closed, and there is no template")]
    public static partial void NoticeOutsideWindow(ILogger logger, AdminNoticeKinds kind);

    [LoggerMessage(407, LogLevel.Error, "The worker of the storefront failed; it is retried after {Wait}")]
    public static partial void WorkerFailed(ILogger logger, Exception exception, TimeSpan wait);

    [LoggerMessage(410, LogLevel.Warning, "Product {Product} could not be read; ProductAsked is raised without its name")]
    public static partial void ProductUnread(ILogger logger, Exception exception, RetailerId product);

    [LoggerMessage(409, LogLevel.Error, "The sweep failed for {What}; it is retried")]
    public static partial void SweepFailed(ILogger logger, Exception exception, string? what);

    [LoggerMessage(411, LogLevel.Warning, "No webhook endpoint is registered, so this process receives no carts and no messages: call "
        + "AddWhatsCommerceWebhooks(section) and MapWhatsCommerceWebhooks(path), unless another process receives them")]
    public static partial void NoWebhooks(ILogger logger);

    [LoggerMessage(412, LogLevel.Warning, "The storefront \"{Storefront}\" has no way to pay, so customers are told that they cannot pay: "
        + "call AddPayOnDelivery(), AddProvider<T>() or the method of a provider, such as AddStripe(section)")]
    public static partial void NoWayToPay(ILogger logger, string storefront);

    [LoggerMessage(413, LogLevel.Warning, "The storefront \"{Storefront}\" has no client to send messages with: call "
        + "AddWhatsCommerce(section)")]
    public static partial void NoClient(ILogger logger, string storefront);

    [LoggerMessage(414, LogLevel.Warning, "The storefront \"{Storefront}\" has no texts in its language \"{Language}\", so customers "
        + "receive English texts: set Texts:{Language}, or use one of the built-in languages: {Shipped}")]
    public static partial void NoTexts(ILogger logger, string storefront, string language, string shipped);

    [LoggerMessage(431, LogLevel.Warning, "The catalog could not be polled; it is retried after {Wait}")]
    public static partial void CatalogLookFailed(ILogger logger, Exception exception, TimeSpan wait);

    [LoggerMessage(432, LogLevel.Debug, "Product {Product} of the catalog has changed: {Changes}")]
    public static partial void CatalogChanged(ILogger logger, RetailerId product, ProductChanges changes);

    [LoggerMessage(481, LogLevel.Error, "Shop {Shop} of the directory cannot be created; it is not updated until its listing changes")]
    public static partial void ShopNotMade(ILogger logger, Exception exception, string shop);

    [LoggerMessage(482, LogLevel.Warning, "No shop has the number {PhoneNumberId}: its webhooks, such as {Event}, are left to other "
        + "handlers; said once for each number")]
    public static partial void NumberOfNoShop(ILogger logger, PhoneNumberId phoneNumberId, string @event);

    [LoggerMessage(483, LogLevel.Error, "The shops \"{Shop}\" and \"{Other}\" of the directory both have the number {PhoneNumberId}, and "
        + "\"{Served}\" gets its webhooks: list a number with one shop only")]
    public static partial void NumberOfTwoShops(
        ILogger logger, string shop, string other, PhoneNumberId phoneNumberId, string? served);

    [LoggerMessage(484, LogLevel.Error, "{Problem}")]
    public static partial void PartCannotRun(ILogger logger, string problem);

    [LoggerMessage(441, LogLevel.Warning, "The search index could not be filled from the catalog; it is retried after {Wait}")]
    public static partial void SearchNotFilled(ILogger logger, Exception exception, TimeSpan wait);

    [LoggerMessage(461, LogLevel.Error, "Reminder {Step} of cart {Cart} could not be processed; it is checked again later")]
    public static partial void ReminderFailed(ILogger logger, Exception exception, CartId cart, ReminderStep step);

    [LoggerMessage(462, LogLevel.Warning, "Reminder {Step} of cart {Cart} was rejected by Meta, and is not sent")]
    public static partial void ReminderRefused(ILogger logger, Exception exception, CartId cart, ReminderStep step);

    [LoggerMessage(442, LogLevel.Warning, "A query could not be embedded; only the word search answers it")]
    public static partial void QueryNotEmbedded(ILogger logger, Exception exception);

    [LoggerMessage(408, LogLevel.Warning, "Provider {Provider} did not answer for refund {Refund} of order {Order}; it is read back")]
    public static partial void RefundUnknown(ILogger logger, Exception exception, string provider, RefundId refund, OrderId order);

    [LoggerMessage(491, LogLevel.Warning, "{Work} of shop {ShopId} was not completed: its lease expired, and another instance has it")]
    public static partial void TurnLost(ILogger logger, string work, string shopId);

    [LoggerMessage(492, LogLevel.Warning, "The leases of completed work could not be released; they expire by themselves")]
    public static partial void TurnsNotReturned(ILogger logger, Exception exception);

    [LoggerMessage(493, LogLevel.Warning, "The leases of running work could not be renewed")]
    public static partial void TurnsNotRenewed(ILogger logger, Exception exception);
}
