namespace WhatsCommerce.Storefronts;

/// <summary>
/// Determines which product a message is about, from the entries of the conversation. In doubt it returns none rather than a wrong one.
/// </summary>
internal static class Correlator
{
    /// <summary>The number of previous entries in which products are looked for.</summary>
    public const int MostEntries = 40;

    // A customer who is writing cannot have read messages of the last seconds.
    private static readonly TimeSpan TooFresh = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(24);

    /// <summary>Determines the product.</summary>
    /// <param name="message">The message.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="quoted">The entry that it quotes; null when it quotes none, or one that is not known.</param>
    /// <param name="recent">The entries before it, the newest first.</param>
    /// <returns>The product; null when nothing decides it.</returns>
    public static AboutProduct? Decide(
        InboundMessage message, DateTimeOffset at, ConversationEntry? quoted, IReadOnlyList<ConversationEntry> recent)
    {
        if (message.RetailerId.HasValue)
        {
            string? name = recent.Prepend(quoted).OfType<ConversationEntry>().SelectMany(entry => entry.Products)
                .FirstOrDefault(product => product.RetailerId == message.RetailerId)?.Name;
            return new AboutProduct { RetailerId = message.RetailerId, Name = name, Reason = AboutReason.Named };
        }

        if (message.Kind is not (InboundMessageKind.Text or InboundMessageKind.Media))
        {
            return null;
        }

        ReplyText? words = string.IsNullOrWhiteSpace(message.Text) ? null : new ReplyText(message.Text);
        if (message.RepliesTo.HasValue)
        {
            return quoted is null ? null : ByQuote(quoted, words, recent);
        }

        return words is null
            ? null
            : ByConversation(words, at, [.. recent.Where(entry => entry.Kind == ConversationEntryKind.Message && entry.At > at - TooOld)]);
    }

    private static AboutProduct? ByQuote(ConversationEntry quoted, ReplyText? words, IReadOnlyList<ConversationEntry> recent)
    {
        if (quoted.About is AboutProduct about)
        {
            return about with { Reason = AboutReason.Quoted };
        }

        if (quoted.Products is [ShownProduct only])
        {
            return Of(only, AboutReason.Quoted);
        }

        if (quoted.Products.Count > 1)
        {
            return words is null ? null : Of(
                words.Choose(quoted.Products) ?? words.ByPrice(quoted.Products) ?? PlaceOf(words, quoted.Products), AboutReason.Words);
        }

        // The quoted message is a text reply to a question about a product.
        return quoted.RepliesTo.HasValue && recent.FirstOrDefault(entry => entry.Id == quoted.RepliesTo.Value)?.About is AboutProduct asked
            ? asked with { Reason = AboutReason.Quoted }
            : null;
    }

    private static AboutProduct? ByConversation(ReplyText words, DateTimeOffset at, List<ConversationEntry> recent)
    {
        List<ConversationEntry> showings = [.. recent.Where(entry => IsShowing(entry))];
        ShownProduct[] shown = [.. showings.SelectMany(entry => entry.Products).DistinctBy(product => product.RetailerId)];
        if (shown.Length == 0)
        {
            return null;
        }

        if ((words.Choose(shown) ?? words.ByPrice(shown)) is ShownProduct named)
        {
            return Of(named, AboutReason.Words);
        }

        ConversationEntry latest = showings[0];
        if (words.Place() is int place)
        {
            bool isOneList = latest.At <= at - TooFresh || showings.Count == 1;
            return isOneList && latest.Products.Count > 1 && !IsSharedTurn(recent, latest) && place < latest.Products.Count
                ? Of(latest.Products[place], AboutReason.Words)
                : null;
        }

        return Topic(recent, at) is ShownProduct topic && words.AsksAbout(topic) ? Of(topic, AboutReason.ShownLast) : null;
    }

    /// <summary>The single product that the end of the conversation is about; null when there are several, or none.</summary>
    private static ShownProduct? Topic(List<ConversationEntry> recent, DateTimeOffset at)
    {
        ShownProduct? turn = null;
        bool isFresh = false;
        foreach (ConversationEntry entry in recent)
        {
            if (entry.Author == ConversationAuthor.Customer)
            {
                ShownProduct? before = entry.About is AboutProduct about
                    ? new ShownProduct { RetailerId = about.RetailerId, Name = about.Name }
                    : entry.Products is [ShownProduct only] ? only : null;
                if (entry.Type == "order")
                {
                    // A cart ends the topic.
                    return turn;
                }

                if (turn is not null)
                {
                    return isFresh && before?.RetailerId != turn.RetailerId ? null : turn;
                }

                if (before is not null)
                {
                    return before;
                }

                continue;
            }

            if (!IsShowing(entry))
            {
                continue;
            }

            if (entry.Products.Count > 1 || (turn is not null && turn.RetailerId != entry.Products[0].RetailerId))
            {
                return null;
            }

            turn = entry.Products[0];
            isFresh |= entry.At > at - TooFresh;
        }

        return turn;
    }

    /// <summary>Whether another message of the same turn shows products too.</summary>
    private static bool IsSharedTurn(List<ConversationEntry> recent, ConversationEntry latest)
    {
        bool isInTurn = false;
        foreach (ConversationEntry entry in recent)
        {
            if (entry.Id == latest.Id)
            {
                isInTurn = true;
            }
            else if (entry.Author == ConversationAuthor.Customer && isInTurn)
            {
                return false;
            }
            else if (isInTurn && IsShowing(entry))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShowing(ConversationEntry entry) => entry.Products.Count > 0
        && entry is { Author: not ConversationAuthor.Customer, Status: not "failed", Type: not "order_details" };

    private static ShownProduct? PlaceOf(ReplyText words, IReadOnlyList<ShownProduct> products) =>
        words.Place() is int place && place < products.Count ? products[place] : null;

    private static AboutProduct? Of(ShownProduct? product, AboutReason reason) => product is null
        ? null
        : new AboutProduct { RetailerId = product.RetailerId, Name = product.Name, Reason = reason };
}
