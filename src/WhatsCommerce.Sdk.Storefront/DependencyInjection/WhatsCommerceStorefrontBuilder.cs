using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds modules, ways to pay and handlers to a storefront.</summary>
/// <remarks>
/// To replace a part, register your own <see cref="IPriceSource"/>, <see cref="IStockHold"/>, <see cref="IShippingQuote"/>,
/// <see cref="ITaxQuote"/>, <see cref="IDiscountSource"/>, <see cref="ICheckoutRule"/> (several), <see cref="ICartPolicy"/>,
/// <see cref="ILatePaymentPolicy"/>, <see cref="IOrderNumbers"/> or <see cref="IStorefrontStore"/> as singletons. Use the name of a
/// shop as the key to serve only that shop.
/// </remarks>
public sealed class WhatsCommerceStorefrontBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
{
    internal WhatsCommerceStorefrontBuilder(IServiceCollection services, ShopBlueprints blueprints, ShopBlueprint shop)
    {
        Services = services;
        Blueprints = blueprints;
        Shop = shop;
    }

    /// <summary>Gets the name of the storefront; empty for the one without a name.</summary>
    public string Name => Shop.Name;

    /// <summary>Gets the services of the app.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Gets the blueprint by which the services of this shop are created. Modules add their services here, and services that all shops
    /// share to <see cref="Services"/>.
    /// </summary>
    internal ShopBlueprint Shop { get; }

    internal ShopBlueprints Blueprints { get; }

    /// <summary>Adds carts: each cart that a customer sends to the shop is stored and raises <see cref="CartReceived"/>.
    /// </summary>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddCarts()
    {
        if (Shop.Has<CartIntake>())
        {
            return this;
        }

        AddTables(ShopTables.Carts);
        Shop.Add(static shop => new CartIntake(shop.Get<Storefront>()));
        Services.AddSingleton<IValidateOptions<StorefrontOptions>>(new OrderHandlerCheck(Name, Blueprints.Endpoints));
        if (Blueprints.IsFirst(typeof(CartMerging)))
        {
            Services.ConfigureAllWhatsCommerceWebhooks(static endpoint => endpoint.AddCustomersMergedHandler<CartMerging>());
        }

        HandleWebhook<OrderEvent, CartIntake>(
            "carts",
            static _ => true,
            static (order, intake, context, cancellationToken) => intake.ReceiveAsync(order, context, cancellationToken));
        return this;
    }

    /// <summary>
    /// Adds the checkout: prices and answers carts, offers ways to pay, settles payments and stores orders. Add at least one way to pay as
    /// well, such as <see cref="AddPayOnDelivery"/>.
    /// </summary>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddCheckout()
    {
        AddCarts();
        if (Shop.Has<ShopRooms>())
        {
            return this;
        }

        AddTables(ShopTables.Checkout);
        Shop.Add(StorefrontServices.CreateRooms);
        Shop.Add(StorefrontServices.CreateSweepWork);
        this.AddReplies();
        Shop.Add(StorefrontServices.CreateCartAnswers);
        Shop.Add(StorefrontServices.CreateOrderAnswers);
        Shop.Add(StorefrontServices.CreateFollowUpAnswers);
        Shop.Add(static shop => new FailureIntake(shop.Get<ShopServices>()));
        Shop.Add(static _ => new Responder(
            ResponderPlace.Button,
            Buttons.MayBe,
            static (services, context, token) => services.GetRequiredService<CartAnswers>().PressAsync(context, token)));
        HandleWebhook<StatusEvent, FailureIntake>(
            "failures",
            FailureIntake.Concerns,
            static (status, intake, context, cancellationToken) => intake.ReceiveAsync(status, context, cancellationToken));
        Handle<CartReceived, CartAnswers>("carts", static (received, answers, token) => answers.AnswerAsync(received, token));
        Handle<MessageFailed, FollowUpAnswers>("failures", static (failed, answers, token) => answers.AnswerAsync(failed, token));
        Shop.Handlers.Add(new EventHandlerRegistration<OrderStoryEvent>(
            EventHandlers.OwnPrefix + "orders",
            static (services, told, token) => services.GetRequiredService<OrderAnswers>().TellAsync(told, token),
            OrderSentences.AreTold));
        return this;
    }

    /// <summary>Adds pay on delivery: customers pay when the goods are handed over.</summary>
    /// <param name="configure">Sets title and currencies.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A title is blank or too long for a button, or a currency is none.</exception>
    public WhatsCommerceStorefrontBuilder AddPayOnDelivery(Action<PayOnDeliveryOptions>? configure = null)
    {
        PayOnDeliveryOptions options = new();
        configure?.Invoke(options);
        RequireTitle(ProviderTitles.Problem([options.Title, .. options.Titles.Values]), nameof(configure));
        if (options.Currencies.FirstOrDefault(static code => !new Currency(code).IsKnown) is string none)
        {
            throw new ArgumentException(
                $"{nameof(options.Currencies)} has \"{none}\", which is not an ISO 4217 code, such as EUR.", nameof(configure));
        }

        Shop.Add<ICheckoutProvider>(_ => new PayOnDelivery(options));
        return this;
    }

    /// <summary>
    /// Adds payment on the shop's own page, which reads orders and reports payments through <see cref="ExternalCheckout"/>.
    /// </summary>
    /// <param name="url">The address of the page.</param>
    /// <param name="secret">The secret that signs links and reports, at least 32 characters.</param>
    /// <param name="configure">Sets the title and how money is refunded.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">
    /// The address is not an http or https address, the secret is too short, or the title is blank or too long for a button.
    /// </exception>
    public WhatsCommerceStorefrontBuilder AddExternalCheckout(
        string url, string secret, Action<ExternalCheckoutOptions>? configure = null)
    {
        const int ShortestSecret = 32;
        ExternalCheckoutOptions options = new() { Url = url, Secret = secret };
        configure?.Invoke(options);
        RequireTitle(ProviderTitles.Problem(options.Title), nameof(configure));
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https")
            || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The address of the checkout page must be absolute, of http or https, without #.", nameof(url));
        }

        if (options.Secret is null || options.Secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"The secret must have at least {ShortestSecret} characters.", nameof(secret));
        }

        Shop.Add<ICheckoutProvider>(_ => new ExternalProvider(options));
        Shop.Add(shop => new ExternalCheckout(shop.Get<ShopServices>(), shop.Get<ShopRooms>().Attempts, options));
        if (Blueprints.IsFirst(typeof(ExternalCheckout)))
        {
            Services.AddSingleton(static provider => provider.GetRequiredService<Shops>().Default.Get<ExternalCheckout>());
            Services.AddKeyedTransient(KeyedService.AnyKey, static (provider, key) =>
                provider.GetRequiredService<Shops>().Of(key).Get<ExternalCheckout>());
        }

        return this;
    }

    /// <summary>Adds a way to pay of your own.</summary>
    /// <typeparam name="TProvider">The class, a singleton per shop; its constructor gets the services of the shop.</typeparam>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddProvider<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>()
        where TProvider : class, ICheckoutProvider
    {
        Shop.Add<ICheckoutProvider>(static shop => ActivatorUtilities.CreateInstance<TProvider>(shop));
        Shop.Parts.Add(ShopPart.OfTheShop<ICheckoutProvider>("A way to pay"));
        return this;
    }

    /// <summary>
    /// Adds shops that are known only at run time: they have the modules, handlers and ways to pay of this storefront, which must be
    /// unnamed and is then not a shop itself.
    /// </summary>
    /// <typeparam name="TDirectory">Finds and lists the shops; a singleton.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The storefront has a name.</exception>
    public WhatsCommerceStorefrontBuilder UseDirectory<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDirectory>()
        where TDirectory : class, IStorefrontDirectory
    {
        RefuseName();
        Services.AddSingleton<IStorefrontDirectory, TDirectory>();
        return this;
    }

    /// <summary>
    /// Makes each tenant of the app's <see cref="IWhatsCommerceTenantDirectory"/> a shop, with the tenant's id, numbers and account, and
    /// with the options of the unnamed storefront.
    /// </summary>
    /// <remarks>
    /// A shop is created again when the <see cref="WhatsCommerceTenant.Version"/> of its tenant changes. A tenant whose id is not a valid
    /// shop id is ignored. For shops with different options, implement <see cref="IStorefrontDirectory"/> and call <c>UseDirectory</c>.
    /// </remarks>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The storefront has a name.</exception>
    public WhatsCommerceStorefrontBuilder UseTenants()
    {
        RefuseName();
        Services.AddSingleton<IStorefrontDirectory>(static provider => new TenantStorefronts(
            provider.GetService<IWhatsCommerceTenantDirectory>() ?? throw new InvalidOperationException(
                "There is no directory of tenants: register an IWhatsCommerceTenantDirectory, or call UseTenants<TDirectory>() on the "
                + "webhooks.")));
        return this;
    }

    private static void RequireTitle(string? problem, string parameter)
    {
        if (problem is not null)
        {
            throw new ArgumentException(problem, parameter);
        }
    }

    private void RefuseName()
    {
        if (Name.Length > 0)
        {
            throw new InvalidOperationException("The shops of a directory are configured by the unnamed storefront: add it there.");
        }
    }

    /// <summary>Adds a handler of events that needs no services.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <param name="name">
    /// The name of the handler. Do not change it later, because completed events are recorded under it.
    /// </param>
    /// <param name="handler">Called for each such event at least once, and in order for the events of one customer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, taken, or begins with <c>storefront.</c>.</exception>
    public WhatsCommerceStorefrontBuilder On<TEvent>(string name, Func<TEvent, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(name, (_, storefrontEvent, token) => handler(storefrontEvent, token));
    }

    /// <summary>Adds a handler of events that needs a service.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <typeparam name="TService">The service, resolved from the scope of the run.</typeparam>
    /// <param name="name">
    /// The name of the handler. Do not change it later, because completed events are recorded under it.
    /// </param>
    /// <param name="handler">Called for each such event at least once, and in order for the events of one customer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, taken, or begins with <c>storefront.</c>.</exception>
    public WhatsCommerceStorefrontBuilder On<TEvent, TService>(string name, Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add<TEvent>(
            name, (services, storefrontEvent, token) => handler(storefrontEvent, services.GetRequiredService<TService>(), token));
        Shop.Parts.Add(ShopPart.OfTheApp<TService>($"The handler \"{name}\""));
        return this;
    }

    /// <summary>Adds a handler that belongs to the storefront itself; its name may begin with <c>storefront.</c>.</summary>
    internal void Handle<TEvent>(string name, Func<IServiceProvider, TEvent, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent => Shop.Handlers.Add(new EventHandlerRegistration<TEvent>(EventHandlers.OwnPrefix + name, handler));

    /// <summary>
    /// Passes webhooks to a service of the shop that they belong to. The first shop that calls this registers it for all shops.
    /// </summary>
    internal void HandleWebhook<TEvent, TIntake>(
        string name, Predicate<TEvent> takes, Func<TEvent, TIntake, WebhookContext, CancellationToken, Task> receive)
        where TEvent : WebhookEvent
        where TIntake : class
    {
        if (typeof(TEvent).IsAssignableTo(typeof(MessageEvent)))
        {
            // A message must be logged before anything replies to it; otherwise the reply could appear above it. So its handler is
            // registered first, even when conversations are added last.
            PassWebhook<MessageEvent, InboundLog>(
                "conversations.messages",
                message => Blueprints.KeepsConversations && InboundLog.Concerns(message),
                static (message, log, context, cancellationToken) => log.ReceiveAsync(message, context, cancellationToken));
        }

        PassWebhook(name, takes, receive);
    }

    private void PassWebhook<TEvent, TIntake>(
        string name, Predicate<TEvent> takes, Func<TEvent, TIntake, WebhookContext, CancellationToken, Task> receive)
        where TEvent : WebhookEvent
        where TIntake : class
    {
        if (!Blueprints.TakesWebhooks)
        {
            Blueprints.TakesWebhooks = true;
            Services.ConfigureAllWhatsCommerceWebhooks(Blueprints.Endpoints.Add);
        }

        if (Blueprints.IsFirst((typeof(TEvent), name)))
        {
            Services.ConfigureAllWhatsCommerceWebhooks(endpoint => endpoint.HandleWhen<TEvent, ShopInbox, WebhookContext>(
                EventHandlers.OwnPrefix + name,
                takes,
                (webhookEvent, inbox, context, cancellationToken) =>
                    inbox.ReceiveAsync(webhookEvent, context, receive, cancellationToken)));
        }
    }

    /// <summary>Adds the tables of a module, once for all shops.</summary>
    internal void AddTables(DatabaseComponent tables)
    {
        if (Blueprints.IsFirst(tables))
        {
            Services.AddSingleton(tables);
        }
    }

    private void Handle<TEvent, TService>(string name, Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent
        where TService : notnull => Handle<TEvent>(
            name, (services, storefrontEvent, token) => handler(storefrontEvent, services.GetRequiredService<TService>(), token));

    private WhatsCommerceStorefrontBuilder Add<TEvent>(string name, Func<IServiceProvider, TEvent, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent
    {
        if (name?.StartsWith(EventHandlers.OwnPrefix, StringComparison.Ordinal) == true)
        {
            throw new ArgumentException($"Names that begin with \"{EventHandlers.OwnPrefix}\" are the storefront's own.", nameof(name));
        }

        Shop.Handlers.Add(new EventHandlerRegistration<TEvent>(name!, handler));
        return this;
    }
}
