namespace WhatsCommerce.Storefronts;

/// <summary>Answers a message with a chat model that has the shop's tools. Runs in the outbox.</summary>
internal sealed class AssistantReply(ShopToolsFactory factory, IChatClient client, AssistantMemory memory, AnswerGuard guard)
{
    private AssistantShop Shop => factory.Shop;

    /// <summary>Whether a message has text.</summary>
    public static bool Concerns(InboundMessage message) => !string.IsNullOrWhiteSpace(message.Text);

    public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (!await Shop.TryTakeAsync(context.Customer, new AssistantUse { Turns = 1 }, cancellationToken).ConfigureAwait(false))
        {
            AssistantLog.TurnsUsedUp(Shop.Logger);
            return false;
        }

        ShopTools tools = factory.For(context);
        IReadOnlyList<AssistantTurn> earlier = await memory.OfAsync(context.Customer, cancellationToken).ConfigureAwait(false);
        ChatMessage asked = AssistantPrompt.User(context.Message);
        IList<ChatMessage>? told = await AskAsync(context, tools, earlier, asked, cancellationToken).ConfigureAwait(false);
        if (tools.IsHandedOver)
        {
            return true;
        }

        if (told is null || AnswerText.Of(LastWords(told), Shop.Options.MaxAnswerLength) is not string answer)
        {
            return tools.Sent > 0;
        }

        // Facts of turns that are no longer in the context are not allowed in the answer.
        TurnFacts facts = new();
        foreach (TurnFacts known in earlier.Select(static turn => turn.Facts).Append(tools.Facts))
        {
            facts.Add(known);
        }

        if (guard.Judge(answer, facts) is AnswerProblem problem)
        {
            AssistantLog.Withheld(Shop.Logger, problem);
            await tools.HandOverAsync(HumanRequestCause.AnswerWithheld, problem.ToString(), context.Customer, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }

        // A person may have taken over while the model wrote.
        if (!await Shop.IsTakenAsync(context.Customer, cancellationToken).ConfigureAwait(false))
        {
            await context.SendAsync(answer, cancellationToken).ConfigureAwait(false);
            AssistantTurn turn = new(context.Received.Id, Shop.Shop.Now, [asked, .. told], tools.Facts);
            await memory.AddAsync(context.Customer, turn, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Calls the model; null when it failed or timed out.</summary>
    private async Task<IList<ChatMessage>?> AskAsync(
        ReplyContext context,
        ShopTools tools,
        IReadOnlyList<AssistantTurn> earlier,
        ChatMessage asked,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = new(Shop.Options.Timeout, Shop.Shop.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        ChatOptions options = new()
        {
            Tools = [.. tools.Functions],
            MaxOutputTokens = Shop.Options.MaxOutputTokens,
            AllowMultipleToolCalls = true,
        };
        try
        {
            ChatResponse response = await client.GetResponseAsync(
                [AssistantPrompt.System(Shop.Options, context.Language), .. earlier.SelectMany(turn => turn.Messages), asked],
                options,
                both.Token).WaitAsync(both.Token).ConfigureAwait(false);
            return response.Messages;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Model clients may throw any exception; the next responder then answers the customer.
            AssistantLog.NoAnswer(Shop.Logger, exception, tools.Sent > 0);
            return null;
        }
    }

    /// <summary>The last text of the model; texts before its tool calls are reasoning.</summary>
    private static string? LastWords(IList<ChatMessage> told) =>
        told is [.., { } last] && last.Role == ChatRole.Assistant ? last.Text : null;
}
