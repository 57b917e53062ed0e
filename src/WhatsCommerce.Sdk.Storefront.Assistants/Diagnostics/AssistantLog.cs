using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Storefronts;

/// <summary>The log messages of assistants. They contain no texts of customers or models, phone numbers, links or secrets.</summary>
internal static partial class AssistantLog
{
    public const string Category = "WhatsCommerce.Storefront.Assistant";

    [LoggerMessage(501, LogLevel.Warning, "The assistant's tool {Tool} failed")]
    public static partial void ToolFailed(ILogger logger, Exception exception, string tool);

    [LoggerMessage(502, LogLevel.Warning, "The assistant did not answer; the next responder is asked. It had sent messages: {HasSent}")]
    public static partial void NoAnswer(ILogger logger, Exception? exception, bool hasSent);

    [LoggerMessage(503, LogLevel.Warning, "An answer of the assistant was withheld, and handed to a person: it contains {What}")]
    public static partial void Withheld(ILogger logger, AnswerProblem what);

    [LoggerMessage(504, LogLevel.Information, "The customer's turns of this hour are used up; the next responder is asked")]
    public static partial void TurnsUsedUp(ILogger logger);
}
