namespace WhatsCommerce.Storefronts;

/// <summary>Chooses the page for the state of an attempt and its order, without reading or changing anything.</summary>
internal sealed class AttemptPages(PageTexts texts, IReadOnlyList<ICheckoutProvider> providers, Uri? chat)
{
    /// <summary>The page of an attempt that was just settled.</summary>
    /// <param name="visit">Why it is opened.</param>
    /// <param name="settled">The result of settling it.</param>
    /// <param name="root">The relative path to the other pages.</param>
    public Page Of(PageVisit visit, SettleResult settled, string root)
    {
        if (settled is not { Attempt: PaymentAttempt attempt, Order: Order order })
        {
            return NotKnown();
        }

        switch (order.State)
        {
            case OrderState.NeedsReview:
                return Told(order, StorefrontPageText.ReviewTitle, StorefrontPageText.ReviewText, PageTone.Waiting);
            case OrderState.Placed or OrderState.Fulfilling or OrderState.Done:
                return Told(order, StorefrontPageText.ThanksTitle, ThanksFor(order), PageTone.Good);
            case OrderState.Cancelled:
                return Gone(order);
        }

        // The order is not placed yet. A pending payment, of any attempt, is the most important information.
        if (order.Payment == OrderPaymentState.Pending || settled.Outcome == SettleOutcome.Pending)
        {
            Page pending = Told(order, StorefrontPageText.PendingTitle, StorefrontPageText.PendingText, PageTone.Waiting);
            return WithCheck(pending, PageAddress.Return(root, attempt.Id));
        }

        Uri? offered = settled.Outcome == SettleOutcome.Open ? PageAddress.OfProvider(attempt.Url) : null;
        return (visit, settled.Outcome) switch
        {
            (_, SettleOutcome.Unknown) => Checking(order, PageAddress.Return(root, attempt.Id)),
            (PageVisit.Go, SettleOutcome.Open) when offered is not null => Continue(order, offered),
            (PageVisit.Pay or PageVisit.Go, _) => Choice(order, attempt, offered, root),
            (_, SettleOutcome.Open) => Open(order, attempt, offered, root),
            _ => Ended(order, attempt, root),
        };
    }

    /// <summary>The page for choosing a provider, without the one that just rejected the payment.</summary>
    public Page ChoiceWithout(Order order, PaymentAttempt attempt, string refused, string root)
    {
        Page page = Choice(order, attempt, offered: null, root, refused);
        return page with { Text = page.Language.Get(StorefrontPageText.FailedText, order), Tone = PageTone.Stopped };
    }

    /// <summary>The page for the successor of an order: a new price to confirm, or the order that was confirmed.</summary>
    public Page Succeeding(OfferResult next, PaymentAttempt attempt, string root) => next.Outcome == OfferOutcome.ConfirmPrice
        ? Confirm(next.Order!, next.Quote!, attempt, root)
        : Choice(next.Order!, attempt, offered: null, root);

    /// <summary>The page that shows a new price, which the customer confirms by choosing how to pay.</summary>
    /// <param name="order">The order as it was offered.</param>
    /// <param name="quote">The quote with the new price.</param>
    /// <param name="attempt">The attempt in the URL of the page.</param>
    /// <param name="root">The relative path to the other pages.</param>
    public Page Confirm(Order order, Quote quote, PaymentAttempt attempt, string root)
    {
        Order now = order with { Quote = quote };
        Page page = Told(now, StorefrontPageText.ConfirmTitle, text: null, PageTone.Waiting);
        string total = quote.Total.ToString();
        PageAction[] ways =
        [
            .. Accepting(now).Select(provider => new PageAction(
                page.Language.Get(
                    StorefrontPageText.ConfirmButton,
                    order,
                    ("new_total", total),
                    ("provider", provider.TitleFor(page.Language.Code))),
                PageAddress.Confirm(root, attempt.Id, provider.Name, quote.Fingerprint),
                Posts: true,
                IsMain: true)),
        ];
        return page with
        {
            Text = ways.Length == 0
                ? page.Language.Get(StorefrontPageText.NoWayText, order)
                : page.Language.Get(
                    StorefrontPageText.ConfirmText, order, ("old_total", order.Quote.Total.ToString()), ("new_total", total)),
            Actions = [.. ways, .. page.Actions],
        };
    }

    public IReadOnlyList<ICheckoutProvider> Accepting(Order order) => [.. providers.Where(provider => provider.Accepts(order.Quote))];

    public Page NotKnown() => Alone(
        StorefrontPageText.NotKnownTitle, StorefrontPageText.NotKnownText, PageTone.Plain, StatusCodes.Status404NotFound);

    public Page TryLater(string address) => WithCheck(
        Alone(
            StorefrontPageText.TryLaterTitle,
            StorefrontPageText.TryLaterText,
            PageTone.Stopped,
            StatusCodes.Status503ServiceUnavailable),
        address);

    /// <summary>The page while the state of the attempt is unknown; the order is not known either.</summary>
    public Page Checking(string address) => WithCheck(
        Alone(StorefrontPageText.CheckingTitle, StorefrontPageText.CheckingText, PageTone.Waiting), address);

    public Page Checking(Order order, string address) =>
        WithCheck(Told(order, StorefrontPageText.CheckingTitle, StorefrontPageText.CheckingText, PageTone.Waiting), address);

    /// <summary>The page for a choice that may be a cross-site request: nothing was done.</summary>
    public Page Refused(string address)
    {
        Page page = Alone(
            StorefrontPageText.RefusedTitle, StorefrontPageText.RefusedText, PageTone.Stopped, StatusCodes.Status403Forbidden);
        string label = page.Language.Get(StorefrontPageText.ReopenButton);
        return page with { Actions = [new PageAction(label, address, IsMain: true), .. page.Actions] };
    }

    public Page Gone(Order order) => Told(order, StorefrontPageText.GoneTitle, StorefrontPageText.GoneText, PageTone.Stopped);

    public Page InChat(Order order) => Told(order, StorefrontPageText.ChatTitle, StorefrontPageText.ChatText, PageTone.Waiting);

    /// <summary>The page for a cart that cannot be ordered as it is; questions are asked in the chat.</summary>
    /// <param name="order">The order.</param>
    /// <param name="objection">The objection of a checkout rule; null for the default text.</param>
    public Page Changed(Order order, string? objection)
    {
        Page page = Told(order, StorefrontPageText.ChangedTitle, StorefrontPageText.ChangedText, PageTone.Stopped);
        return objection is null ? page : page with { Text = objection };
    }

    private static StorefrontPageText ThanksFor(Order order) => order.Payment switch
    {
        OrderPaymentState.Paid => StorefrontPageText.PaidText,
        OrderPaymentState.Due => StorefrontPageText.DueText,
        _ => StorefrontPageText.PlacedText,
    };

    private Page Open(Order order, PaymentAttempt attempt, Uri? offered, string root)
    {
        Page page = Told(order, StorefrontPageText.OpenTitle, StorefrontPageText.OpenText, PageTone.Waiting);
        return offered is null
            ? WithChoice(page, attempt, root)
            : page with
            {
                Actions =
                [
                    new PageAction(page.Language.Get(StorefrontPageText.ContinueButton), offered.AbsoluteUri, IsMain: true),
                    ChoiceAction(page, attempt, root, isMain: false),
                    .. page.Actions,
                ],
            };
    }

    private Page Ended(Order order, PaymentAttempt attempt, string root) => WithChoice(
        attempt.State switch
        {
            AttemptState.Expired => Told(order, StorefrontPageText.ExpiredTitle, StorefrontPageText.ExpiredText, PageTone.Stopped),
            AttemptState.Failed => Told(order, StorefrontPageText.FailedTitle, StorefrontPageText.FailedText, PageTone.Stopped),
            _ => Told(order, StorefrontPageText.OpenTitle, StorefrontPageText.OpenText, PageTone.Waiting),
        },
        attempt,
        root);

    private Page Continue(Order order, Uri offered)
    {
        Page page = Told(order, StorefrontPageText.ContinueTitle, StorefrontPageText.ContinueText, PageTone.Plain);
        PageAction go = new(page.Language.Get(StorefrontPageText.ContinueButton), offered.AbsoluteUri, IsMain: true);
        return page with { Actions = [go, .. page.Actions], OpensByItself = offered };
    }

    private Page Choice(Order order, PaymentAttempt attempt, Uri? offered, string root, string? refused = null)
    {
        List<PageAction> ways = [];
        PageLanguage language = texts.For(order.Language);
        foreach (ICheckoutProvider provider in Accepting(order).Where(one => one.Name != refused))
        {
            // The provider that is already offered gets a link, because nothing has to change.
            string title = provider.TitleFor(language.Code);
            ways.Add(offered is not null && provider.Name == attempt.Provider
                ? new PageAction(title, offered.AbsoluteUri, IsMain: true)
                : new PageAction(title, PageAddress.Choose(root, attempt.Id, provider.Name), Posts: true, IsMain: true));
        }

        Page page = Told(order, StorefrontPageText.PayTitle, text: null, PageTone.Plain);
        return ways.Count == 0
            ? page with { Title = language.Get(StorefrontPageText.OpenTitle), Text = language.Get(StorefrontPageText.NoWayText, order) }
            : page with { Actions = [.. ways, .. page.Actions] };
    }

    private static Page WithChoice(Page page, PaymentAttempt attempt, string root) =>
        page with { Actions = [ChoiceAction(page, attempt, root, isMain: true), .. page.Actions] };

    private static PageAction ChoiceAction(Page page, PaymentAttempt attempt, string root, bool isMain) =>
        new(page.Language.Get(StorefrontPageText.ChooseButton), PageAddress.Pay(root, attempt.Id), IsMain: isMain);

    /// <summary>Adds a button for checking again.</summary>
    private static Page WithCheck(Page page, string address)
    {
        string label = page.Language.Get(StorefrontPageText.CheckButton);
        return page with { Actions = [new PageAction(label, address, IsMain: true), .. page.Actions] };
    }

    private Page Told(Order order, StorefrontPageText title, StorefrontPageText? text, PageTone tone)
    {
        PageLanguage language = texts.For(order.Language);
        return new Page
        {
            Language = language,
            Title = language.Get(title, order),
            Text = text is null ? null : language.Get(text.Value, order),
            Tone = tone,
            Order = order,
            Actions = BackToChat(language),
        };
    }

    /// <summary>A page without an order, in the shop's language.</summary>
    private Page Alone(StorefrontPageText title, StorefrontPageText text, PageTone tone, int status = StatusCodes.Status200OK)
    {
        PageLanguage language = texts.For(language: null);
        return new Page
        {
            Language = language,
            Title = language.Get(title),
            Text = language.Get(text),
            Tone = tone,
            Status = status,
            Actions = BackToChat(language),
        };
    }

    private PageAction[] BackToChat(PageLanguage language) =>
        chat is null ? [] : [new PageAction(language.Get(StorefrontPageText.WhatsAppButton), chat.AbsoluteUri)];
}
