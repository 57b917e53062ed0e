namespace WhatsCommerce.Storefronts;

/// <summary>The log messages of the inbox. They contain no text and no address of a customer.</summary>
internal static partial class InboxLog
{
    [LoggerMessage(471, LogLevel.Warning, "The act {Act} of the inbox failed; the person was told")]
    public static partial void ActFailed(ILogger logger, Exception exception, string act);

    [LoggerMessage(472, LogLevel.Warning, "An act of the inbox was refused (403): it did not come from the inbox's own page")]
    public static partial void ForeignAct(ILogger logger);
}
