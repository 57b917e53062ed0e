using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds reminders of carts to a storefront.</summary>
public static class WhatsCommerceStorefrontRecoveryBuilderExtensions
{
    /// <summary>
    /// Reminds customers of carts that they sent and did not order, reached as <see cref="Storefront.Recovery"/>: after an hour and after
    /// twenty, within the 24 hours that the cart opened. Adds the checkout.
    /// </summary>
    /// <remarks>Register your own <see cref="IRecoveryStore"/> as a singleton to keep them elsewhere.</remarks>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddRecovery(this WhatsCommerceStorefrontBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(StorefrontRecovery)))
        {
            return builder;
        }

        builder.AddCheckout();
        services.AddSingleton(RecoveryTables.Recovery);
        services.TryAddSingleton(CreateStore);
        services.AddSingleton(static provider => new RecoveryCarts(provider.GetRequiredService<ShopServices>()));
        services.AddSingleton(static provider => new ReminderRecords(
            provider.GetRequiredService<ShopServices>(), provider.GetRequiredService<IRecoveryStore>()));
        services.AddSingleton(static provider => new RecoveryPeople(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IRecoveryStore>(),
            provider.GetRequiredService<ReminderRecords>(),
            provider.GetRequiredService<Texts>()));
        services.AddSingleton(static provider => new RecoveryCredit(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IRecoveryStore>(),
            provider.GetRequiredService<RecoveryCarts>(),
            provider.GetRequiredService<ReminderRecords>()));
        services.AddSingleton(static provider => new StorefrontRecovery(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IRecoveryStore>(),
            provider.GetRequiredService<RecoveryPeople>(),
            provider.GetRequiredService<RecoveryCarts>(),
            provider.GetRequiredService<ReminderRecords>()));
        services.AddSingleton(CreateAnswers);
        services.AddSingleton(provider => CreateProcessor(provider, services));
        services.AddSingleton<IHostedService>(static provider => new RecoveryWorker(
            provider.GetRequiredService<ShopServices>(), provider.GetRequiredService<RecoveryProcessor>()));
        services.AddSingleton(new Responder(
            ResponderPlace.Button,
            static message => ReminderButtons.Read(message.ButtonId) is not null,
            static (provider, context, token) => provider.GetRequiredService<RecoveryAnswers>().PressAsync(context, token)));
        builder.Handle<CartReceived>("recovery", static (provider, received, token) =>
            provider.GetRequiredService<RecoveryPeople>().BeginAsync(received, token));
        builder.Handle<OrderPlaced>("recovered", static (provider, placed, token) =>
            provider.GetRequiredService<RecoveryCredit>().PlacedAsync(placed, token));
        AddWebhooks(services.AddWhatsCommerceWebhooks(static _ => { }));
        return builder;
    }

    private static void AddWebhooks(WhatsCommerceWebhooksBuilder endpoint) => endpoint
        .AddCustomersMergedHandler<RecoveryMerging>()
        .HandleWhen<MessageEvent, RecoveryPeople, WebhookContext>(
            EventHandlers.OwnPrefix + "recovery",
            RecoveryPeople.IsReply,
            static (message, people, context, token) => people.ReceiveAsync(message, context, token))
        .HandleWhen<UserPreferenceEvent, RecoveryPeople, WebhookContext>(
            EventHandlers.OwnPrefix + "preferences",
            RecoveryPeople.IsPreference,
            static (preference, people, context, token) => people.ReceiveAsync(preference, context, token))
        .HandleWhen<StatusEvent, RecoveryPeople, WebhookContext>(
            EventHandlers.OwnPrefix + "reminders",
            RecoveryPeople.IsOfReminder,
            static (status, people, _, token) => people.ReceiveAsync(status, token));

    // Cart, order and events are written with the reminder: a shop that is kept elsewhere has its reminders in memory.
    private static IRecoveryStore CreateStore(IServiceProvider provider) =>
        provider.GetRequiredService<IStorefrontStore>() is SqlStorefrontStore
            ? new SqlRecoveryStore(provider.GetRequiredService<WhatsCommerceDatabase>(), provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryRecoveryStore(provider.GetRequiredService<IStorefrontStore>());

    private static RecoveryAnswers CreateAnswers(IServiceProvider provider)
    {
        ShopRooms rooms = provider.GetRequiredService<ShopRooms>();
        Texts texts = provider.GetRequiredService<Texts>();
        return new RecoveryAnswers(
            rooms.Shop,
            provider.GetRequiredService<IRecoveryStore>(),
            provider.GetRequiredService<RecoveryCarts>(),
            provider.GetRequiredService<ReminderRecords>(),
            rooms.Carts,
            rooms.Checkout,
            new OfferMessages(texts),
            texts);
    }

    private static RecoveryProcessor CreateProcessor(IServiceProvider provider, IServiceCollection services)
    {
        ShopRooms rooms = provider.GetRequiredService<ShopRooms>();
        IRecoveryStore store = provider.GetRequiredService<IRecoveryStore>();
        RecoveryJudge judge = new(
            rooms.Shop,
            store,
            provider.GetRequiredService<RecoveryCarts>(),
            rooms.Checkout,
            provider.GetRequiredService<CustomerKnowledge>(),
            new ReminderMessages(rooms.Shop.Options, provider.GetRequiredService<Texts>()),
            provider.GetService<ICustomerFacts>(),
            provider.GetService<IConversationOwners>());
        return new RecoveryProcessor(
            rooms.Shop, store, judge, provider.GetRequiredService<ReminderRecords>(), new ShopClients(provider, services));
    }
}
