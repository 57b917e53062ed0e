namespace WhatsCommerce.Storefronts;

/// <summary>
/// Creates the messages of reminders: the current total of the cart, its link, and buttons that contain the reminder's id.
/// </summary>
internal sealed class ReminderMessages(ShopServices shop, Texts texts)
{
    private readonly OfferMessages _offers = new(texts);

    /// <summary>The path of reminder links below the shop's public address.</summary>
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
            // The total covers only the remaining lines, so the problems are listed too.
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
