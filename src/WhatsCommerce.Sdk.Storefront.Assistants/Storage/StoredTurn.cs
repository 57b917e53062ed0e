using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// A turn as stored in a database: the messages in the JSON format of Microsoft.Extensions.AI, and the facts that answers may contain.
/// </summary>
internal sealed record StoredTurn(
    JsonElement Messages,
    StoredAmount[]? Amounts,
    decimal[]? Numbers,
    decimal[]? TextNumbers,
    StoredName[]? Names,
    string[]? References)
{
    private static readonly JsonTypeInfo<IList<ChatMessage>> MessagesType =
        (JsonTypeInfo<IList<ChatMessage>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<ChatMessage>));

    public static string Write(AssistantTurn turn)
    {
        // Content that a client adds (reasoning, files) has no known format, and a tool call must not be stored partially.
        AssistantTurn plain = turn.Messages.All(static message => message.Contents.All(IsPlain)) ? turn : turn.InWords();
        IList<ChatMessage> messages = [.. plain.Messages.Select(static message => new ChatMessage(
            message.Role, [.. message.Contents.Select(Plain)]))];
        TurnFacts facts = turn.Facts;
        StoredTurn stored = new(
            JsonSerializer.SerializeToElement(messages, MessagesType),
            [.. facts.Amounts.Select(static amount => new StoredAmount(amount.Amount, amount.Currency.Code))],
            [.. facts.Numbers],
            [.. facts.TextNumbers],
            [.. facts.Names.Select(static name => new StoredName(name.Before, name.Number))],
            [.. facts.References]);
        return JsonSerializer.Serialize(stored, AssistantJson.Default.StoredTurn);
    }

    /// <summary>Reads a turn; null when another version wrote it in a different format.</summary>
    public static AssistantTurn? Read(string id, DateTimeOffset at, string json)
    {
        try
        {
            StoredTurn stored = JsonSerializer.Deserialize(json, AssistantJson.Default.StoredTurn)!;
            TurnFacts facts = new();
            facts.Add(
                (stored.Amounts ?? []).Select(static amount => new Money(amount.Amount, new Currency(amount.Currency))),
                stored.Numbers ?? [],
                stored.TextNumbers ?? [],
                (stored.Names ?? []).Select(static name => (name.Before ?? "", name.Number)),
                stored.References ?? []);
            return new AssistantTurn(id, at, [.. stored.Messages.Deserialize(MessagesType) ?? []], facts);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsPlain(AIContent content) => content is TextContent or FunctionCallContent or FunctionResultContent;

    private static AIContent Plain(AIContent content) => content switch
    {
        FunctionCallContent call => new FunctionCallContent(
            call.CallId,
            call.Name,
            ToolArguments.Plain(call.Arguments).ToDictionary(static pair => pair.Key, static pair => (object?)pair.Value)),
        FunctionResultContent { Result: not (JsonElement or string or null) } result =>
            new FunctionResultContent(result.CallId, result.Result.ToString()),
        FunctionResultContent result => new FunctionResultContent(result.CallId, result.Result),
        TextContent text => new TextContent(text.Text),
        _ => content,
    };
}

/// <summary>An amount that a tool returned, exactly.</summary>
internal sealed record StoredAmount(decimal Amount, string? Currency);

/// <summary>A number after a word in the text of a product.</summary>
internal sealed record StoredName(string? Before, decimal Number);
