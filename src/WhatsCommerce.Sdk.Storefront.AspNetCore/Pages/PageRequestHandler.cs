namespace WhatsCommerce.Storefronts;

/// <summary>Handles the requests of the shop's pages. They determine the state of an attempt only by settling it.</summary>
internal sealed class PageRequestHandler(
    Storefront shop,
    AttemptPages pages,
    PageWriter writer,
    OwnPage ownPage,
    StorefrontPagesOptions options,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    private const int LongestId = 64;

    public Task ReturnAsync(HttpContext context) => ShowAsync(context, PageVisit.Return, segments: 2);

    public Task CancelAsync(HttpContext context) => ShowAsync(context, PageVisit.Cancel, segments: 2);

    public Task PayAsync(HttpContext context)
    {
        OwnPage.Mark(context);
        return ShowAsync(context, PageVisit.Pay, segments: 2);
    }

    public Task GoAsync(HttpContext context)
    {
        OwnPage.Mark(context);
        return ShowAsync(context, PageVisit.Go, segments: 3);
    }

    /// <summary>Handles the link of a reminder: records that it was opened, and redirects to the payment page.</summary>
    public Task RemindAsync(HttpContext context)
    {
        string root = PageAddress.Root(context.Request, segments: 2);
        ReminderId id = IdOf(context, "reminder");
        return RespondAsync(context, PageVisit.Pay, PageAddress.Remind(root, id), async () =>
        {
            AttemptId attempt = id.HasValue && shop.HasRecovery
                ? await shop.Recovery.OpenAsync(id, stopping).ConfigureAwait(false)
                : default;
            return attempt.HasValue ? PageResponse.To(PageAddress.Pay(root, attempt)) : PageResponse.Of(pages.NotKnown());
        });
    }

    /// <summary>Handles the choice of a provider: offers the order there, and redirects to its page.</summary>
    public Task ChooseAsync(HttpContext context) => ChooseAsync(context, segments: 3);

    /// <summary>Handles the confirmation of a new price together with the choice of a provider.</summary>
    public Task ConfirmAsync(HttpContext context) => ChooseAsync(context, segments: 5);

    private async Task ChooseAsync(HttpContext context, int segments)
    {
        string root = PageAddress.Root(context.Request, segments);
        AttemptId id = AttemptOf(context);
        if (!ownPage.Sent(context.Request))
        {
            PagesLog.ForeignChoice(logger);
            await writer.WriteAsync(context, id.HasValue ? pages.Refused(PageAddress.Pay(root, id)) : pages.NotKnown())
                .ConfigureAwait(false);
            return;
        }

        string? provider = context.Request.RouteValues["provider"] as string;
        string? agreed = context.Request.RouteValues["quote"] as string;
        await RespondAsync(context, PageVisit.Pay, PageAddress.Pay(root, id), async () =>
        {
            SettleResult settled = await SettleAsync(id).ConfigureAwait(false);
            OfferResult? next = settled switch
            {
                { Order.State: OrderState.AwaitingCheckout, Outcome: SettleOutcome.Open or SettleOutcome.Ended } =>
                    new OfferResult { Outcome = OfferOutcome.ChooseProvider, Order = settled.Order, Quote = settled.Order.Quote },
                { Order.State: OrderState.Cancelled } => await shop.Checkout.FindSuccessorAsync(id, stopping).ConfigureAwait(false),
                _ => null,
            };
            return next is null
                ? PageResponse.Of(pages.Of(PageVisit.Return, settled, root))
                : await OfferAsync(settled.Attempt!, next, provider, agreed, root).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private Task ShowAsync(HttpContext context, PageVisit visit, int segments)
    {
        string root = PageAddress.Root(context.Request, segments);
        AttemptId id = AttemptOf(context);
        return RespondAsync(context, visit, PageAddress.Return(root, id), async () =>
        {
            SettleResult settled = await SettleAsync(id).ConfigureAwait(false);
            bool mayHaveSuccessor = settled.Order?.State == OrderState.Cancelled
                || (visit == PageVisit.Pay && settled is { Order.State: OrderState.AwaitingCheckout, Outcome: SettleOutcome.Ended });
            OfferResult? next = mayHaveSuccessor
                ? await shop.Checkout.FindSuccessorAsync(id, stopping).ConfigureAwait(false)
                : null;
            return PageResponse.Of(next is null
                ? pages.Of(visit, settled, root)
                : pages.Succeeding(next, settled.Attempt!, root));
        });
    }

    private Task<SettleResult> SettleAsync(AttemptId id) => id.HasValue
        ? shop.Checkout.SettleAsync(id, stopping)
        : Task.FromResult(new SettleResult { Outcome = SettleOutcome.NotFound });

    private async Task<PageResponse> OfferAsync(PaymentAttempt attempt, OfferResult next, string? provider, string? agreed, string root)
    {
        Order order = next.Order!;
        if (!pages.Accepting(order with { Quote = next.Quote! }).Any(one => one.Name == provider))
        {
            return PageResponse.Of(pages.NotKnown());
        }

        OfferResult offer = await shop.Checkout.OfferAsync(next.Cart?.Id ?? order.CartId, provider, stopping).ConfigureAwait(false);
        if (offer is { Outcome: OfferOutcome.ConfirmPrice, Cart: Cart cart, Quote: Quote asked } && asked.Fingerprint == agreed
            && await shop.Checkout.ConfirmAsync(cart.Id, agreed, stopping).ConfigureAwait(false))
        {
            offer = await shop.Checkout.OfferAsync(cart.Id, provider, stopping).ConfigureAwait(false);
        }

        AttemptId now = offer.Attempt?.Id ?? (offer.Order is { AttemptId.HasValue: true } known ? known.AttemptId : attempt.Id);
        Order shown = offer.Order ?? order;
        return offer.Outcome switch
        {
            OfferOutcome.Offered when PageAddress.OfProvider(offer.Attempt?.Url) is not null => PageResponse.To(PageAddress.Go(root, now)),
            OfferOutcome.Offered => PageResponse.Of(pages.InChat(shown)),
            OfferOutcome.Ordered or OfferOutcome.Pending => PageResponse.To(PageAddress.Return(root, now)),
            OfferOutcome.Unknown => PageResponse.Of(pages.Checking(shown, PageAddress.Return(root, now))),
            OfferOutcome.ChooseProvider => PageResponse.Of(pages.ChoiceWithout(shown, attempt, provider!, root)),
            OfferOutcome.ConfirmPrice => PageResponse.Of(pages.Confirm(order, offer.Quote!, attempt, root)),
            OfferOutcome.CartGone => PageResponse.Of(pages.Gone(shown)),
            _ => PageResponse.Of(pages.Changed(shown, offer.Objection)),
        };
    }

    /// <summary>Runs the work of a page with a timeout for the visitor; work that has begun continues in the background.</summary>
    private async Task RespondAsync(HttpContext context, PageVisit visit, string later, Func<Task<PageResponse>> find)
    {
        string name = visit.ToString();
        PageResponse response;
        Task<PageResponse> finding = find();
        try
        {
            response = await finding.WaitAsync(options.MaxWait, time, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Watch(finding, name);
            return;
        }
        catch (TimeoutException) when (!finding.IsCompleted)
        {
            Watch(finding, name);
            PagesLog.PageWaited(logger, name, options.MaxWait);
            response = PageResponse.Of(pages.Checking(later));
        }
        catch (Exception exception)
        {
            // The visitor must see a page, whatever failed.
            PagesLog.PageFailed(logger, exception, name);
            response = PageResponse.Of(pages.TryLater(later));
        }

        if (response.Page is Page page)
        {
            await writer.WriteAsync(context, page).ConfigureAwait(false);
            return;
        }

        PageWriter.Protect(context.Response);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = response.Address;
    }

    private void Watch(Task finding, string name) => _ = finding.ContinueWith(
        failed => PagesLog.PageFailed(logger, failed.Exception!, name),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    /// <summary>The attempt id in the URL; absent when it is not a valid id, so that the store is not queried.</summary>
    private static AttemptId AttemptOf(HttpContext context) => IdOf(context, "attempt");

    private static string? IdOf(HttpContext context, string name) =>
        context.Request.RouteValues[name] is string { Length: <= LongestId } id && id.All(char.IsAsciiLetterOrDigit) ? id : null;

    /// <summary>A page, or a redirect.</summary>
    private readonly record struct PageResponse(Page? Page, string? Address)
    {
        public static PageResponse Of(Page page) => new(page, null);

        public static PageResponse To(string address) => new(null, address);
    }
}
