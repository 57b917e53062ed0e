namespace WhatsCommerce.Storefronts;

/// <summary>Creates the messages that tell or ask the customer about an offer.</summary>
internal sealed class OfferMessages(Texts texts)
{
    // The maximum length of the body of a message with buttons.
    private const int Room = 1024;
    private const int RoomForSentences = 200;

    public OutboundMessage Of(OfferResult offer)
    {
        string? language = offer.Cart?.Language ?? offer.Order?.Language;
        CartId cart = offer.Cart?.Id ?? default;
        return offer.Outcome switch
        {
            OfferOutcome.Offered => offer.Message ?? Pay(offer, language),
            OfferOutcome.ChooseProvider when offer.Providers.Count > 0 => Choose(offer, cart, language),
            OfferOutcome.ConfirmPrice => Ask(PriceText(offer, language), cart, Buttons.Agree, offer.Quote!.Fingerprint, language),
            OfferOutcome.ConfirmRest when offer.Quote is not null =>
                Ask(RestText(offer, language), cart, Buttons.Rest, RestHash(offer.Quote), language),
            OfferOutcome.ConfirmRest => Message.Text(
                $"{Problems(offer, language)}\n\n{texts.Get(StorefrontText.NothingLeft, language)}").Build(),
            OfferOutcome.AnswerStep => offer.Question!,
            OfferOutcome.RuleObjects when offer.ObjectionStep is string step => Message.Buttons()
                .Body(offer.Objection!)
                .Button(Buttons.Of(Buttons.AskAgain, cart, step), texts.Get(StorefrontText.ChangeAnswerButton, language))
                .Button(Buttons.Of(Buttons.Drop, cart), texts.Get(StorefrontText.DeclineButton, language))
                .Build(),
            OfferOutcome.RuleObjects => Message.Text(offer.Objection!).Build(),
            OfferOutcome.Ordered => Message.Text(
                texts.Get(StorefrontText.AlreadyOrdered, language, ("order_number", offer.Order?.Number ?? ""))).Build(),
            _ => Message.Text(texts.Get(SentenceOf(offer.Outcome), language)).Build(),
        };
    }

    /// <summary>Offers the other ways to pay to a customer whose app cannot show the payment message.</summary>
    public OutboundMessage WithoutPaymentMessage(OfferResult offer, IEnumerable<ICheckoutProvider> providers) => Of(offer with
    {
        Outcome = OfferOutcome.ChooseProvider,
        Message = null,
        Providers = [.. providers.Where(one => one.Name != offer.Attempt?.Provider && offer.Quote is Quote quote && one.Accepts(quote))],
    });

    public OutboundMessage AskAboutSecondCart(Cart cart) => Message.Buttons()
        .Body(texts.Get(StorefrontText.SecondCart, cart.Language))
        .Button(Buttons.Of(Buttons.Add, cart.Id), texts.Get(StorefrontText.AddButton, cart.Language))
        .Button(Buttons.Of(Buttons.Replace, cart.Id), texts.Get(StorefrontText.ReplaceButton, cart.Language))
        .Build();

    /// <summary>A hash of the lines of the rest that the customer agrees to.</summary>
    public static string RestHash(Quote rest) => SendKey.HashOf(
        [.. rest.Lines.SelectMany(line => (string?[])[line.RetailerId.Value, line.Quantity.ToString(CultureInfo.InvariantCulture)])])[..22];

    private static StorefrontText SentenceOf(OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.TooLarge => StorefrontText.TooLarge,
        OfferOutcome.NoProvider or OfferOutcome.ChooseProvider => StorefrontText.NoProvider,
        OfferOutcome.Pending => StorefrontText.PaymentPending,
        OfferOutcome.Unknown => StorefrontText.TryLater,
        _ => StorefrontText.CartGone,
    };

    private OutboundMessage Pay(OfferResult offer, string? language)
    {
        string summary = SummaryText.Of(offer.Quote!, texts, language, Room);
        return offer.Attempt!.Url is string url
            ? Message.CallToAction(texts.Get(StorefrontText.PayButton, language), url).Body(summary).Build()
            : Message.Text(summary).Build();
    }

    private OutboundMessage Choose(OfferResult offer, CartId cart, string? language)
    {
        string question = texts.Get(StorefrontText.ChooseProvider, language);
        string body = SummaryText.Of(offer.Quote!, texts, language, Room - question.Length - 2) + "\n\n" + question;
        string spoken = texts.LanguageOf(language);
        if (offer.Providers.Count <= MessageLimits.ReplyButtons)
        {
            ReplyButtonsMessageBuilder buttons = Message.Buttons().Body(body);
            foreach (ICheckoutProvider provider in offer.Providers)
            {
                buttons.Button(Buttons.Of(Buttons.Pay, cart, provider.Name), provider.TitleFor(spoken));
            }

            return buttons.Build();
        }

        return Message.List(texts.Get(StorefrontText.ChooseButton, language))
            .Body(body)
            .Section(
                question.Length <= MessageLimits.ListRowTitle ? question : texts.Get(StorefrontText.PayButton, language),
                [
                    .. offer.Providers.Take(MessageLimits.ListRows).Select(provider =>
                        new ListRow(Buttons.Of(Buttons.Pay, cart, provider.Name), provider.TitleFor(spoken))),
                ])
            .Build();
    }

    private ReplyButtonsMessage Ask(string body, CartId cart, string verb, string argument, string? language) => Message.Buttons()
        .Body(body)
        .Button(Buttons.Of(verb, cart, argument), texts.Get(StorefrontText.AgreeButton, language))
        .Button(Buttons.Of(Buttons.Drop, cart), texts.Get(StorefrontText.DeclineButton, language))
        .Build();

    private string PriceText(OfferResult offer, string? language)
    {
        string changes = SummaryText.Lines(
            [
                .. offer.Changes.Select(change => texts.Get(
                    StorefrontText.PriceChange,
                    language,
                    ("product_name", change.Name),
                    ("product_id", change.RetailerId.ToString()),
                    ("old_price", change.Shown.ToString()),
                    ("new_price", change.Price.ToString()))),
            ],
            texts,
            language,
            Room / 2 - RoomForSentences);
        string head = $"{texts.Get(StorefrontText.PricesChanged, language)}\n{changes}\n\n";
        return head + SummaryText.Of(offer.Quote!, texts, language, Room - head.Length);
    }

    private string RestText(OfferResult offer, string? language)
    {
        string head = Problems(offer, language);
        string question = texts.Get(StorefrontText.RestQuestion, language);
        string rest = SummaryText.Lines(
            [
                .. offer.Quote!.Lines.Select(line =>
                    $"{line.Quantity.ToString(CultureInfo.InvariantCulture)} x {line.Name}"),
            ],
            texts,
            language,
            Room - head.Length - question.Length - 4);
        return $"{head}\n\n{question}\n{rest}";
    }

    /// <summary>The products of the cart that cannot be sold, one per line.</summary>
    public string Problems(OfferResult offer, string? language)
    {
        string lines = SummaryText.Lines(
            [
                .. offer.Problems.Select(problem =>
                {
                    (string, string) name = ("product_name", problem.Name);
                    (string, string) id = ("product_id", problem.RetailerId.ToString());
                    return problem.Kind switch
                    {
                        LineProblemKind.Unknown => texts.Get(StorefrontText.ProductUnknown, language, name, id),
                        LineProblemKind.Unpriced => texts.Get(StorefrontText.ProductUnpriced, language, name, id),
                        LineProblemKind.SoldOut => texts.Get(StorefrontText.ProductSoldOut, language, name, id),
                        LineProblemKind.OtherCurrency => texts.Get(StorefrontText.ProductOtherCurrency, language, name, id),
                        _ => texts.Get(
                            StorefrontText.ProductNotEnough,
                            language,
                            name,
                            id,
                            ("count", problem.Available.ToString(CultureInfo.InvariantCulture))),
                    };
                }),
            ],
            texts,
            language,
            Room / 2 - RoomForSentences);
        return $"{texts.Get(StorefrontText.NotAll, language)}\n{lines}";
    }
}
