namespace WhatsCommerce.Storefronts;

/// <summary>The log messages of the pages and of the providers' webhooks. They contain no links, attempt ids, bodies or headers.</summary>
internal static partial class PagesLog
{
    public const string Category = "WhatsCommerce.Storefront.AspNetCore";

    [LoggerMessage(451, LogLevel.Error, "The storefront's page {Page} failed; the visitor was asked to try again")]
    public static partial void PageFailed(ILogger logger, Exception exception, string page);

    [LoggerMessage(452, LogLevel.Warning, "The storefront's page {Page} was shown before the provider had answered: {MaxWait} were over")]
    public static partial void PageWaited(ILogger logger, string page, TimeSpan maxWait);

    [LoggerMessage(453, LogLevel.Warning, "A choice of how to pay was refused (403): it did not come from the shop's own page")]
    public static partial void ForeignChoice(ILogger logger);

    [LoggerMessage(454, LogLevel.Warning, "A webhook of provider {Provider} was refused (413): it is larger than MaxWebhookBytes, which is "
        + "{MaxWebhookBytes}")]
    public static partial void WebhookTooLarge(ILogger logger, string provider, int maxWebhookBytes);

    [LoggerMessage(455, LogLevel.Information, "The body of a webhook of provider {Provider} did not arrive whole; nothing was handled")]
    public static partial void WebhookIncomplete(ILogger logger, Exception exception, string provider);

    [LoggerMessage(456, LogLevel.Warning, "A webhook of provider {Provider} was refused (401): it is not authentic")]
    public static partial void WebhookRefused(ILogger logger, string provider);

    [LoggerMessage(457, LogLevel.Error, "A webhook of provider {Provider} failed; it was answered 503, so that it is repeated")]
    public static partial void WebhookFailed(ILogger logger, Exception exception, string provider);
}
