using Microsoft.Extensions.Configuration;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Tells the people of a shop what happens in it.</summary>
public static class WhatsCommerceStorefrontNoticeBuilderExtensions
{
    private const int MostNumbers = 20;

    /// <summary>Tells admins of questions, carts, orders and what needs a person, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="section">The section that holds the members of <see cref="AdminNoticeOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is nobody to tell, or a number is none.</exception>
    /// <exception cref="InvalidOperationException">It was called before for this storefront.</exception>
    public static WhatsCommerceStorefrontBuilder AddAdminNotices(
        this WhatsCommerceStorefrontBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddAdminNotices(options => section.Bind(options));
    }

    /// <summary>Tells admins of questions, carts, orders and what needs a person.</summary>
    /// <remarks>
    /// Each admin is told once of each event, by a message while their 24 hours are open, as far as this process saw them write, else by
    /// <see cref="AdminNoticeOptions.Template"/>. A notice does not answer a customer's question: later responders still do. The texts are
    /// those of <see cref="StorefrontText"/> that begin with <c>Notice</c>.
    /// </remarks>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets numbers, template, kinds.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is nobody to tell, or a number is none.</exception>
    /// <exception cref="InvalidOperationException">It was called before for this storefront.</exception>
    public static WhatsCommerceStorefrontBuilder AddAdminNotices(
        this WhatsCommerceStorefrontBuilder builder, Action<AdminNoticeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(AdminNotices)))
        {
            throw new InvalidOperationException("Admin notices were added before: add all numbers in one call.");
        }

        AdminNoticeOptions options = new();
        configure(options);
        IReadOnlySet<string> lines = LinesOf(options);
        builder.AddReplies();
        services.AddSingleton(static provider => new AdminWindows(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AdminNotices(
            provider.GetRequiredService<ShopServices>(),
            options,
            new AdminNoticeTexts(
                provider.GetRequiredService<ShopServices>(),
                options,
                provider.GetRequiredService<Texts>(),
                provider.GetService<ShopRooms>()),
            provider.GetRequiredService<AdminWindows>(),
            provider.GetRequiredService<CustomerMessages>()));
        Tell<ProductAsked>(builder, options, AdminNoticeKinds.Questions, "questions");
        Tell<CartReceived>(builder, options, AdminNoticeKinds.Carts, "carts");
        Tell<OrderPlaced>(builder, options, AdminNoticeKinds.Orders, "orders");
        Tell<OrderNeedsReview>(builder, options, AdminNoticeKinds.Reviews, "reviews");
        Tell<HumanRequested>(builder, options, AdminNoticeKinds.HumanRequests, "people");
        services.AddWhatsCommerceWebhooks(static _ => { }).HandleWhen<MessageEvent, AdminWindows, WebhookContext>(
            EventHandlers.OwnPrefix + "admins",
            message => AdminWindows.IsFrom(message, lines),
            static (message, windows, _, _) =>
            {
                windows.Receive(message);
                return Task.CompletedTask;
            });
        return builder;
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

    /// <summary>The lines of the admins, checked: a number that nobody can write to is told now, not at the first order.</summary>
    private static HashSet<string> LinesOf(AdminNoticeOptions options)
    {
        if (options.Numbers.Count > MostNumbers || (options.Numbers.Count == 0 && options.Handler is null))
        {
            throw new ArgumentException(
                $"Name 1 to {MostNumbers} numbers in {nameof(AdminNoticeOptions.Numbers)}, or set {nameof(AdminNoticeOptions.Handler)}.",
                nameof(options));
        }

        HashSet<string> lines = new(StringComparer.Ordinal);
        for (int i = 0; i < options.Numbers.Count; i++)
        {
            if (!PhoneNumber.TryParse(options.Numbers[i], out PhoneNumber number, out string? problem))
            {
                throw new ArgumentException($"{nameof(AdminNoticeOptions.Numbers)}[{i}] is no phone number: {problem}", nameof(options));
            }

            options.Numbers[i] = number.E164;
            lines.Add(PhoneNumber.LineOf(number.Digits)!);
        }

        return lines;
    }
}
