namespace WhatsCommerce.Storefronts;

/// <summary>The log messages of the inbox. They contain no text and no address of a customer.</summary>
internal static partial class InboxLog
{
    [LoggerMessage(473, LogLevel.Warning, "The inbox action {Act} failed; the agent was shown an error")]
    public static partial void ActFailed(ILogger logger, Exception exception, string act);

    [LoggerMessage(472, LogLevel.Warning, "An inbox action was rejected (403): it did not come from the inbox page")]
    public static partial void ForeignAct(ILogger logger);
}
