using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds rooms, ways to pay and handlers to a storefront.</summary>
/// <remarks>
/// The seams are services: register your own <see cref="IPriceSource"/>, <see cref="IStockHold"/>, <see cref="IShippingQuote"/>,
/// <see cref="ITaxQuote"/>, <see cref="IDiscountSource"/>, <see cref="ICheckoutRule"/> (several), <see cref="ICartPolicy"/>,
/// <see cref="ILatePaymentPolicy"/>, <see cref="IOrderNumbers"/> or <see cref="IStorefrontStore"/> as singletons.
/// </remarks>
public sealed class WhatsCommerceStorefrontBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
{
    private readonly EventHandlers _handlers;

    internal WhatsCommerceStorefrontBuilder(IServiceCollection services, EventHandlers handlers)
    {
        Services = services;
        _handlers = handlers;
    }

    /// <summary>Gets the services of the app.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds the carts: those that customers send to the webhook endpoint without a name are stored, and told of by
    /// <see cref="CartReceived"/>.</summary>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddCarts()
    {
        if (Services.Any(service => !service.IsKeyedService && service.ImplementationInstance is OrderHandlerCheck))
        {
            return this;
        }

        Services.AddSingleton(ShopTables.Carts);
        WhatsCommerceWebhooksBuilder endpoint = Services.AddWhatsCommerceWebhooks(static _ => { });
        Services.AddSingleton<IValidateOptions<StorefrontOptions>>(new OrderHandlerCheck(endpoint));
        endpoint
            .AddCustomersMergedHandler<CartMerging>()
            .Handle<OrderEvent, Storefront, WebhookContext>(
                EventHandlers.OwnPrefix + "carts",
                static (order, shop, context, cancellationToken) =>
                    shop.Carts.ReceiveAsync(order, context.CustomerKey, context, cancellationToken));
        return this;
    }

    /// <summary>
    /// Adds the checkout: carts are priced, answered and offered, payments settled, orders kept. Add a way to pay, such as
    /// <see cref="AddPayOnDelivery"/>.
    /// </summary>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddCheckout()
    {
        AddCarts();
        if (Services.Any(service => service.ServiceType == typeof(ShopRooms)))
        {
            return this;
        }

        Services.AddSingleton(ShopTables.Checkout);
        Services.AddSingleton(StorefrontServices.CreateRooms);
        this.AddReplies();
        Services.AddSingleton(StorefrontServices.CreateCartAnswers);
        Services.AddSingleton(StorefrontServices.CreateOrderAnswers);
        Services.AddSingleton(StorefrontServices.CreateFollowUpAnswers);
        Services.AddSingleton(static provider => new FailureIntake(provider.GetRequiredService<ShopServices>()));
        Services.AddSingleton(new Responder(
            ResponderPlace.Button,
            Buttons.MayBe,
            static (services, context, token) => services.GetRequiredService<CartAnswers>().PressAsync(context, token)));
        Services.AddWhatsCommerceWebhooks(static _ => { }).HandleWhen<StatusEvent, FailureIntake, WebhookContext>(
            EventHandlers.OwnPrefix + "failures",
            FailureIntake.Concerns,
            static (status, intake, context, cancellationToken) => intake.ReceiveAsync(status, context, cancellationToken));
        Handle<CartReceived, CartAnswers>("carts", static (received, answers, token) => answers.AnswerAsync(received, token));
        Handle<MessageFailed, FollowUpAnswers>("failures", static (failed, answers, token) => answers.AnswerAsync(failed, token));
        _handlers.Add(new EventHandlerRegistration<OrderStoryEvent>(
            EventHandlers.OwnPrefix + "orders",
            static (services, told, token) => services.GetRequiredService<OrderAnswers>().TellAsync(told, token),
            OrderSentences.AreTold));
        return this;
    }

    /// <summary>Lets customers pay when the goods are handed over.</summary>
    /// <param name="configure">Sets title and currencies.</param>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddPayOnDelivery(Action<PayOnDeliveryOptions>? configure = null)
    {
        PayOnDeliveryOptions options = new();
        configure?.Invoke(options);
        Services.AddSingleton<ICheckoutProvider>(new PayOnDelivery(options));
        return this;
    }

    /// <summary>Lets customers pay on the shop's own page, which reads and reports through <see cref="ExternalCheckout"/>.</summary>
    /// <param name="url">The address of the page.</param>
    /// <param name="secret">The secret that signs links and reports, at least 32 characters.</param>
    /// <param name="configure">Sets the title and how money is given back.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The address is not one of http or https, or the secret is too short.</exception>
    public WhatsCommerceStorefrontBuilder AddExternalCheckout(
        string url, string secret, Action<ExternalCheckoutOptions>? configure = null)
    {
        const int ShortestSecret = 32;
        ExternalCheckoutOptions options = new() { Url = url, Secret = secret };
        configure?.Invoke(options);
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https")
            || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The address of the checkout page must be absolute, of http or https, without #.", nameof(url));
        }

        if (options.Secret is null || options.Secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"The secret must have at least {ShortestSecret} characters.", nameof(secret));
        }

        Services.AddSingleton<ICheckoutProvider>(new ExternalProvider(options));
        Services.AddSingleton(provider => new ExternalCheckout(
            provider.GetRequiredService<ShopServices>(), provider.GetRequiredService<ShopRooms>().Attempts, options));
        return this;
    }

    /// <summary>Adds a way to pay of your own.</summary>
    /// <typeparam name="TProvider">The class; a singleton.</typeparam>
    /// <returns>This builder.</returns>
    public WhatsCommerceStorefrontBuilder AddProvider<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>()
        where TProvider : class, ICheckoutProvider
    {
        Services.AddSingleton<ICheckoutProvider, TProvider>();
        return this;
    }

    /// <summary>Adds a handler of events that needs no services.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <param name="name">
    /// The name of the handler: keep it, because the store records by name which handlers are done with an event.
    /// </param>
    /// <param name="handler">Called for each such event: at least once, and in the order of each customer's events.</param>
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
    /// The name of the handler: keep it, because the store records by name which handlers are done with an event.
    /// </param>
    /// <param name="handler">Called for each such event: at least once, and in the order of each customer's events.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, taken, or begins with <c>storefront.</c>.</exception>
    public WhatsCommerceStorefrontBuilder On<TEvent, TService>(string name, Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(
            name, (services, storefrontEvent, token) => handler(storefrontEvent, services.GetRequiredService<TService>(), token));
    }

    /// <summary>Adds a handler of the storefront's own.</summary>
    internal void Handle<TEvent>(string name, Func<IServiceProvider, TEvent, CancellationToken, Task> handler)
        where TEvent : StorefrontEvent => _handlers.Add(new EventHandlerRegistration<TEvent>(EventHandlers.OwnPrefix + name, handler));

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

        _handlers.Add(new EventHandlerRegistration<TEvent>(name!, handler));
        return this;
    }
}
