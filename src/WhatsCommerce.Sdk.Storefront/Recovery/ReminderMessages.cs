namespace WhatsCommerce.Storefronts;

/// <summary>Writes reminders: what the cart comes to today, its link, and buttons that carry the id of the reminder.</summary>
internal sealed class ReminderMessages(ShopServices shop, Texts texts)
{
    private readonly OfferMessages _offers = new(texts);

    /// <summary>The part of the shop's public address below which links of reminders lie.</summary>
    public const string LinkPath = "remind";

    public OutboundMessage Write(ReminderId id, ReminderStep step, OfferResult offer, Cart cart, RecoverySettings settings)
    {
        string total = offer.Quote!.Total.ToString();
        if (step == ReminderStep.Template)
        {
            return Message.Template(settings.Template!, settings.TemplateLanguage)
                .Body(total)
                .QuickReplyButton(0, ReminderButtons.Of(id, ReminderButtons.Pay))
                .Build();
        }

        List<string> parts =
        [
            texts.Get(
                step == ReminderStep.First ? StorefrontText.ReminderFirst : StorefrontText.ReminderLast,
                cart.Language,
                ("cart_total", total)),
        ];
        if (offer.Outcome == OfferOutcome.ConfirmRest)
        {
            // The total is that of what is left; its button asks about the rest.
            parts.Insert(0, _offers.Problems(offer, cart.Language));
        }

        if (offer.Outcome == OfferOutcome.ConfirmPrice || offer.Changes.Count > 0)
        {
            parts.Add(texts.Get(StorefrontText.ReminderNewPrice, cart.Language));
        }

        if (offer is { Outcome: OfferOutcome.Offered, Attempt.Url: not null } && shop.PagesAddress is Uri address)
        {
            string link = $"{address.AbsoluteUri.TrimEnd('/')}/{LinkPath}/{id}";
            parts.Add(texts.Get(StorefrontText.ReminderLink, cart.Language, ("checkout_url", link)));
        }

        return Message.Buttons()
            .Body(string.Join("\n\n", parts))
            .Button(ReminderButtons.Of(id, ReminderButtons.Pay), texts.Get(StorefrontText.PayButton, cart.Language))
            .Button(ReminderButtons.Of(id, ReminderButtons.Help), texts.Get(StorefrontText.HelpButton, cart.Language))
            .Button(ReminderButtons.Of(id, ReminderButtons.Decline), texts.Get(StorefrontText.DeclineButton, cart.Language))
            .Build();
    }
}
