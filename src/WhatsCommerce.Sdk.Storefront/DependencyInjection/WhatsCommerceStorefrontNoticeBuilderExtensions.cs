using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds WhatsApp notifications to a shop's admins.</summary>
public static class WhatsCommerceStorefrontNoticeBuilderExtensions
{
    private const int MostNumbers = 20;

    /// <summary>Notifies admins of product questions, carts, orders and whatever needs a person, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="AdminNoticeOptions"/>, or the configuration of the app, of which
    /// <c>WhatsCommerce:AdminNotices</c> is taken.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">No admin is configured, or a phone number or a key of the section is invalid.</exception>
    /// <exception cref="InvalidOperationException">The method was already called for this storefront.</exception>
    public static WhatsCommerceStorefrontBuilder AddAdminNotices(
        this WhatsCommerceStorefrontBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddAdminNotices(options =>
            ShopSections.TakeNow(configuration, "WhatsCommerce:AdminNotices", nameof(AddAdminNotices), options).Bind(options));
    }

    /// <summary>Notifies admins of product questions, carts, orders and whatever needs a person, with options from code.</summary>
    /// <remarks>
    /// Each admin is notified once of each event: by a free-form message within the admin's 24-hour window, otherwise by
    /// <see cref="AdminNoticeOptions.Template"/>. A notice does not answer a customer's question: later responders still do. The texts are
    /// those of <see cref="StorefrontText"/> that begin with <c>Notice</c>.
    /// </remarks>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets numbers, template, kinds.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">No admin is configured, or a phone number is invalid.</exception>
    /// <exception cref="InvalidOperationException">The method was already called for this storefront.</exception>
    public static WhatsCommerceStorefrontBuilder AddAdminNotices(
        this WhatsCommerceStorefrontBuilder builder, Action<AdminNoticeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<AdminNotices>())
        {
            throw new InvalidOperationException("Admin notices were added before: add all numbers in one call.");
        }

        AdminNoticeOptions options = new();
        configure(options);
        Check(options, AdminLines.Of(builder.Services));
        builder.AddReplies();
        AddWindows(builder);
        shop.Add(shop => new AdminNotices(
            shop.Get<ShopServices>(),
            options,
            new AdminNoticeTexts(shop.Get<ShopServices>(), options, shop.Get<Texts>(), shop.Find<ShopRooms>()),
            shop.Get<AdminWindows>(),
            shop.Get<CustomerMessages>()));
        Tell<ProductAsked>(builder, options, AdminNoticeKinds.Questions, "questions");
        Tell<CartReceived>(builder, options, AdminNoticeKinds.Carts, "carts");
        Tell<OrderPlaced>(builder, options, AdminNoticeKinds.Orders, "orders");
        Tell<OrderNeedsReview>(builder, options, AdminNoticeKinds.Reviews, "reviews");
        Tell<HumanRequested>(builder, options, AdminNoticeKinds.HumanRequests, "people");
        return builder;
    }

    /// <summary>Records when admins write to any shop of the app, because that opens their 24-hour window.</summary>
    private static void AddWindows(WhatsCommerceStorefrontBuilder builder)
    {
        if (!builder.Blueprints.IsFirst(typeof(AdminWindows)))
        {
            return;
        }

        AdminLines lines = AdminLines.Of(builder.Services);
        builder.AddTables(NoticeTables.Component);
        builder.Services.AddSingleton(static provider => new AdminWindows(
            provider.GetRequiredService<TimeProvider>(), StorefrontServices.CreateAdminWindowStore(provider)));
        builder.Services.ConfigureAllWhatsCommerceWebhooks(endpoint => endpoint.HandleWhen<MessageEvent, AdminWindows, WebhookContext>(
            EventHandlers.OwnPrefix + "admins",
            lines.Has,
            static (message, windows, _, cancellationToken) => windows.ReceiveAsync(message, cancellationToken)));
    }

    private static void Tell<TEvent>(
        WhatsCommerceStorefrontBuilder builder, AdminNoticeOptions options, AdminNoticeKinds kind, string name)
        where TEvent : StorefrontEvent
    {
        if (options.Kinds.HasFlag(kind))
        {
            builder.Handle<TEvent>("notices." + name, static (provider, told, cancellationToken) =>
                provider.GetRequiredService<AdminNotices>().TellAsync(told, cancellationToken));
        }
    }

    /// <summary>Checks the options, so that an invalid number or template is reported at startup, not at the first order.</summary>
    private static void Check(AdminNoticeOptions options, AdminLines lines)
    {
        string? problem = options.Template is { } template
            ? ShopOptionsCheck.TemplateProblem(
                nameof(options.Template), template, nameof(options.TemplateLanguage), options.TemplateLanguage)
            : null;
        problem ??= options.Language is null ? null : TextLanguage.Problem(nameof(options.Language), options.Language);
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        if (options.Numbers.Count > MostNumbers || (options.Numbers.Count == 0 && options.Handler is null))
        {
            throw new ArgumentException(
                $"Name 1 to {MostNumbers} numbers in {nameof(AdminNoticeOptions.Numbers)}, or set {nameof(AdminNoticeOptions.Handler)}.",
                nameof(options));
        }

        for (int i = 0; i < options.Numbers.Count; i++)
        {
            if (!PhoneNumber.TryParse(options.Numbers[i], out PhoneNumber number, out string? wrong))
            {
                throw new ArgumentException($"{nameof(AdminNoticeOptions.Numbers)}[{i}] is not a phone number: {wrong}", nameof(options));
            }

            options.Numbers[i] = number.E164;
            lines.Add(number);
        }
    }
}
