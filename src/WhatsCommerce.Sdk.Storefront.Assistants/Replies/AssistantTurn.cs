namespace WhatsCommerce.Storefronts;

/// <summary>One turn as it is remembered: what was asked, what the model did, what it said, and what it may name since.</summary>
internal sealed record AssistantTurn(string Id, DateTimeOffset At, IReadOnlyList<ChatMessage> Messages, TurnFacts Facts)
{
    /// <summary>How many characters the model would be told of it.</summary>
    public int Length { get; } = Messages.Sum(static message => message.Contents.Sum(LengthOf));

    /// <summary>The turn without its calls, whose results were too long.</summary>
    public AssistantTurn InWords() => this with
    {
        Messages =
        [
            .. Messages
                .Where(static message => message.Role == ChatRole.User
                    || (message.Role == ChatRole.Assistant && !string.IsNullOrWhiteSpace(message.Text)))
                .Select(static message => new ChatMessage(message.Role, message.Text)),
        ],
    };

    private static int LengthOf(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        FunctionCallContent call => call.Name.Length + (call.Arguments?.Sum(pair =>
            pair.Key.Length + (pair.Value?.ToString()?.Length ?? 0)) ?? 0),
        FunctionResultContent result => result.Result?.ToString()?.Length ?? 0,
        _ => 0,
    };
}
