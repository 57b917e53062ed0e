namespace WhatsCommerce.Storefronts;

/// <summary>Creates ownership changes: the conversation, the entry that shows the change, and its event.</summary>
internal sealed class ConversationOwnership(ConversationLog log)
{
    public const string TakenType = "human_took_over";
    public const string GivenType = "human_gave_back";

    /// <summary>A person takes the conversation over, or is requested.</summary>
    public ConversationChange Taken(CustomerConversation before, string? by, string? reason)
    {
        CustomerConversation after = before with
        {
            Owner = ConversationOwner.Human,
            Assignee = by,
            OwnedSince = log.Shop.Now,
            ReturnsAt = log.Shop.Now + log.Options.IdleTime,
            IsTakenFromOther = before.Owner == ConversationOwner.Other || before.IsTakenFromOther,
        };
        string id = log.Shop.Ids.Next();
        HumanTookOver told = new()
        {
            Id = id,
            ShopId = log.ShopId,
            Customer = before.Customer,
            PhoneNumberId = before.PhoneNumberId,
            At = log.Shop.Now,
            By = by,
            Reason = reason,
        };
        return new ConversationChange(after, EntryOf(told, TakenType, by, reason)) { Events = [told] };
    }

    /// <summary>A person no longer owns the conversation.</summary>
    public ConversationChange Given(CustomerConversation before, string? by, GiveBackCause cause, ConversationOwner to)
    {
        CustomerConversation after = before with
        {
            Owner = to, Assignee = null, OwnedSince = log.Shop.Now, ReturnsAt = null, IsTakenFromOther = false,
        };
        HumanGaveBack told = new()
        {
            Id = log.Shop.Ids.Next(),
            ShopId = log.ShopId,
            Customer = before.Customer,
            PhoneNumberId = before.PhoneNumberId,
            At = log.Shop.Now,
            By = by,
            Cause = cause,
        };
        return new ConversationChange(after, EntryOf(told, GivenType, by, StoredWord.Of(cause))) { Events = [told] };
    }

    /// <summary>Meta's routing reports the owner; null when nothing changed.</summary>
    public ConversationChange? Routed(CustomerConversation before, ConversationOwner owner, string? note, string key)
    {
        if (before.GetOwner(log.Shop.Now) == owner)
        {
            return null;
        }

        if (owner == ConversationOwner.Human)
        {
            return Taken(before with { Owner = ConversationOwner.Bot }, by: null, Bounded.Text(note, OutboundContent.LongestText));
        }

        if (before.Owner == ConversationOwner.Human)
        {
            return Given(before, by: null, GiveBackCause.Routing, owner);
        }

        CustomerConversation after = before with { Owner = owner, Assignee = null, OwnedSince = log.Shop.Now, ReturnsAt = null };
        ConversationEntry entry = new()
        {
            ShopId = log.ShopId,
            Id = SendKey.HashOf("handover", key),
            Customer = before.Customer,
            Kind = ConversationEntryKind.Event,
            Author = ConversationAuthor.Other,
            At = log.Shop.Now,
            Type = owner == ConversationOwner.Other ? "control_taken" : "control_passed",
            Content = OutboundContent.Cut(new ConversationContent { Text = note }),
        };
        return new ConversationChange(after, entry);
    }

    private static ConversationEntry EntryOf(StorefrontEvent told, string type, string? by, string? reason) => new()
    {
        ShopId = told.ShopId,
        Id = told.Id,
        Customer = told.Customer,
        Kind = ConversationEntryKind.Event,
        Author = by is null ? ConversationAuthor.Storefront : ConversationAuthor.Person,
        By = by,
        At = told.At,
        Type = type,
        Content = OutboundContent.Cut(new ConversationContent { Text = reason }),
    };
}
