using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>A fake chat model that is a function, for tests and demos: deterministic, without a network or an account.</summary>
/// <example>
/// <code>
/// ScriptedChatClient model = new(turn => turn.Results.Count == 0
///     ? ScriptedStep.Call("search_products", ("query", turn.Message))
///     : ScriptedStep.Say("Here you are."));
/// </code>
/// </example>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Func<ScriptedTurn, ScriptedStep> _script;
    private int _calls;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="script">Returns the next step; called again with the tool results until it returns an answer.</param>
    public ScriptedChatClient(Func<ScriptedTurn, ScriptedStep> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        _script = script;
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ScriptedStep step = _script(Read([.. messages]));
        List<AIContent> contents =
        [
            .. step.Calls.Select(call => new FunctionCallContent(
                $"call-{Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture)}",
                call.Tool,
                new Dictionary<string, object?>(call.Arguments))),
        ];
        if (step.Text is not null)
        {
            contents.Add(new TextContent(step.Text));
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing, because there are no resources to release.</summary>
    public void Dispose() { }

    private static ScriptedTurn Read(List<ChatMessage> messages)
    {
        int asked = messages.FindLastIndex(message => message.Role == ChatRole.User);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<ScriptedResult> results = [];
        foreach (AIContent content in messages.Skip(asked + 1).SelectMany(message => message.Contents))
        {
            if (content is FunctionCallContent call)
            {
                names[call.CallId] = call.Name;
            }
            else if (content is FunctionResultContent result)
            {
                results.Add(new ScriptedResult
                {
                    Tool = names.GetValueOrDefault(result.CallId, ""),
                    Json = result.Result is JsonElement json ? json : default,
                });
            }
        }

        return new ScriptedTurn { Message = asked < 0 ? "" : WordsOf(messages[asked].Text), Results = results };
    }

    /// <summary>Extracts the customer's text from the JSON that an assistant puts it in.</summary>
    private static string WordsOf(string text)
    {
        try
        {
            JsonElement message = JsonElement.Parse(text);
            return message.ValueKind == JsonValueKind.Object
                && message.TryGetProperty(UntrustedText.Prefix + "customer_message", out JsonElement words)
                ? words.GetString() ?? ""
                : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
