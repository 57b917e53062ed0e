using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Carries out the actions of a person in the inbox, in their name.</summary>
internal sealed class InboxActs(Storefront shop, StorefrontInboxOptions options, ILogger logger)
{
    private const int MostBytes = 64 * 1024;
    private const int MostParameters = 20;
    private const int LongestKey = 100;

    public async Task HandleAsync(HttpContext http, string act, CustomerKey customer, string agent)
    {
        InboxResponse response;
        try
        {
            InboxAct? asked = await ReadAsync(http).ConfigureAwait(false);
            response = asked is null
                ? new InboxResponse(false, "The request is not understood.")
                : await DoAsync(act, customer, agent, asked, http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WhatsCommerceException or ArgumentException or InvalidOperationException)
        {
            InboxLog.ActFailed(logger, exception, act);
            response = new InboxResponse(false, ProblemOf(exception));
        }

        http.Response.StatusCode = response.IsDone ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        await InboxReading.WriteAsync(http, response, InboxJson.Default.InboxResponse).ConfigureAwait(false);
    }

    private async Task<InboxResponse> DoAsync(
        string act, CustomerKey customer, string agent, InboxAct asked, CancellationToken cancellationToken)
    {
        StorefrontConversations conversations = shop.Conversations;
        string? key = asked.Key is { Length: > 0 and <= LongestKey } given ? $"inbox {customer} {given}" : null;
        switch (act)
        {
            case "text":
                return Of(await conversations.SendTextAsync(customer, asked.Text ?? "", agent, key, cancellationToken)
                    .ConfigureAwait(false));
            case "products":
                RetailerId[] products = [.. (asked.Products ?? []).Take(MessageLimits.ProductListProducts).Select(id => (RetailerId)id)];
                return Of(await conversations.SendProductsAsync(customer, products, agent, key, cancellationToken).ConfigureAwait(false));
            case "template":
                return await SendTemplateAsync(customer, agent, key, asked, cancellationToken).ConfigureAwait(false);
            case "offer":
                return Of(await conversations.SendOfferAsync(customer, agent, key, cancellationToken).ConfigureAwait(false));
            case "note":
                return Found(await conversations.AddNoteAsync(customer, asked.Text ?? "", agent, cancellationToken).ConfigureAwait(false));
            case "take":
                return Of(await conversations.TakeOverAsync(customer, agent, asked.Reason, asked.Insists, cancellationToken)
                    .ConfigureAwait(false));
            case "give-back":
                return await conversations.GiveBackAsync(customer, agent, cancellationToken).ConfigureAwait(false)
                    ? new InboxResponse(true)
                    : new InboxResponse(false, "The conversation is the storefront's already.");
            case "read":
                await conversations.MarkAsReadAsync(customer, cancellationToken: cancellationToken).ConfigureAwait(false);
                return new InboxResponse(true);
            case "mark-paid" or "refund":
                return await ActOnOrderAsync(act, customer, agent, asked, cancellationToken).ConfigureAwait(false);
            default:
                return new InboxResponse(false, "There is no such action.");
        }
    }

    private async Task<InboxResponse> SendTemplateAsync(
        CustomerKey customer, string agent, string? key, InboxAct asked, CancellationToken cancellationToken)
    {
        if (!options.Templates.Contains(new InboxTemplate(asked.Template ?? "", asked.Language ?? "")))
        {
            return new InboxResponse(false, "This template is not one that the inbox may send.");
        }

        TemplateMessageBuilder template = Message.Template(asked.Template!, asked.Language!);
        if (asked.Parameters is { Length: > 0 and <= MostParameters } parameters)
        {
            template = template.Body([.. parameters.Select(text => (TemplateParameter)text)]);
        }

        return Of(await shop.Conversations.SendAsync(
            customer, template.Build(), agent, new SendOptions { OnceKey = key }, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Acts only on orders of this customer, whatever the page sends.</summary>
    private async Task<InboxResponse> ActOnOrderAsync(
        string act, CustomerKey customer, string agent, InboxAct asked, CancellationToken cancellationToken)
    {
        Order? order = await shop.Orders.GetAsync(asked.Order ?? "", cancellationToken).ConfigureAwait(false);
        if (order is null || order.Customer != customer)
        {
            return new InboxResponse(false, "The customer has no such order.");
        }

        string reason = string.IsNullOrWhiteSpace(asked.Reason) ? "by the inbox" : asked.Reason;
        if (act == "mark-paid")
        {
            MarkResult marked = await shop.Orders.MarkPaidAsync(order.Id, agent, reason, cancellationToken).ConfigureAwait(false);
            return marked.Outcome == MarkOutcome.Marked ? new InboxResponse(true) : new InboxResponse(false, WordsOf(marked.Outcome));
        }

        Money? amount = asked.Amount is decimal value ? new Money(value, order.Quote.Currency) : null;
        if (amount is { Amount: <= 0 } || (amount is Money asMoney && asMoney.Round() != asMoney))
        {
            return new InboxResponse(false, "This amount cannot be refunded.");
        }

        RefundResult refund = await shop.Orders.RefundAsync(order.Id, amount, agent, reason, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return refund.Outcome == RefundOutcome.Requested ? new InboxResponse(true) : new InboxResponse(false, refund.Outcome switch
        {
            RefundOutcome.NothingPaid => "Nothing was paid for this order.",
            _ => "That is more than was paid and not given back yet.",
        });
    }

    private static async Task<InboxAct?> ReadAsync(HttpContext http)
    {
        byte[]? body = await RequestBody.ReadAsync(http, MostBytes, http.RequestAborted).ConfigureAwait(false);
        try
        {
            return body is null ? null : JsonSerializer.Deserialize(body, InboxJson.Default.InboxAct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static InboxResponse Found(bool isFound) =>
        isFound ? new InboxResponse(true) : new InboxResponse(false, "There is no such conversation.");

    private static InboxResponse Of(ConversationSendResult result) => result.Outcome switch
    {
        ConversationSendOutcome.Sent => new InboxResponse(true),
        ConversationSendOutcome.WindowClosed => new InboxResponse(false, "The customer's 24 hours are over: only a template can be sent."),
        ConversationSendOutcome.NotTheirs => new InboxResponse(false, "Take the conversation over first."),
        ConversationSendOutcome.NothingToSend => new InboxResponse(false, "There is nothing that can be sent now."),
        _ => Found(false),
    };

    private static InboxResponse Of(TakeOverResult result) => result.Outcome switch
    {
        TakeOverOutcome.Taken or TakeOverOutcome.WasTheirs => new InboxResponse(true),
        TakeOverOutcome.HeldByOther => new InboxResponse(false, $"{result.Conversation?.Assignee} has taken it over."),
        _ => Found(false),
    };

    private static string WordsOf(MarkOutcome outcome) => outcome switch
    {
        MarkOutcome.AlreadyPaid => "The order is paid already.",
        MarkOutcome.OfferStillOpen => "The customer may be paying at this moment; try again later.",
        MarkOutcome.CannotBeSold => "What is ordered cannot be sold now.",
        MarkOutcome.NeedsReview => "The order needs review first.",
        _ => "There is no such order any more.",
    };

    private static string ProblemOf(Exception exception) => exception switch
    {
        OutcomeUnknownException => "It is not known whether it was sent. Look at the chat before you send it again.",
        WhatsCommerceValidationException invalid => invalid.Violations.Count > 0 ? invalid.Violations[0].Message : "It cannot be sent so.",
        GraphException graph => $"Meta refused it (code {graph.Error?.Code}).",
        ArgumentException => "Something is missing or too long.",
        _ => "It cannot be done now.",
    };
}
