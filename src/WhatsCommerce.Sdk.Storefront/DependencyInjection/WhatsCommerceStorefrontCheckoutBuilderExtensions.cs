using System.Diagnostics.CodeAnalysis;
using WhatsCommerce.Validation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds checkout steps (questions to the customer) and checkout rules (conditions that a cart must meet) to a storefront.
/// </summary>
public static class WhatsCommerceStorefrontCheckoutBuilderExtensions
{
    /// <summary>Adds the checkout steps for delivery: delivery or pickup, the address, a note.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets which questions are asked.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><see cref="DeliveryStepOptions.AddressFlowId"/> is not an id of Meta.</exception>
    public static WhatsCommerceStorefrontBuilder AddDeliverySteps(
        this WhatsCommerceStorefrontBuilder builder, Action<DeliveryStepOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        DeliveryStepOptions options = new();
        configure?.Invoke(options);
        if (options.AddressFlowId is string flow && !MetaIdAttribute.Fits(flow))
        {
            throw new ArgumentException(MetaIdAttribute.Problem(nameof(options.AddressFlowId), isOfNumber: false), nameof(configure));
        }

        if (options.OfferPickup)
        {
            builder.AddStep(new DeliveryMethodStep());
        }

        if (options.AskAddress)
        {
            builder.AddStep(new AddressStep(options));
        }

        return options.AskNote ? builder.AddStep(new NoteStep()) : builder;
    }

    /// <summary>Adds your own checkout step, after the steps that were added before.</summary>
    /// <typeparam name="TStep">The class, a singleton per shop; its constructor gets the services of the shop.</typeparam>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddCheckoutStep<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStep>(this WhatsCommerceStorefrontBuilder builder)
        where TStep : class, ICheckoutStep
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddStepAnswers();
        builder.Shop.Add<ICheckoutStep>(static shop => ActivatorUtilities.CreateInstance<TStep>(shop));
        builder.Shop.Parts.Add(ShopPart.OfTheShop<ICheckoutStep>("A checkout step"));
        return builder;
    }

    /// <summary>Adds your own checkout rule; rules are evaluated in the order in which they were added.</summary>
    /// <typeparam name="TRule">The class, a singleton per shop; its constructor gets the services of the shop.</typeparam>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddCheckoutRule<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>(this WhatsCommerceStorefrontBuilder builder)
        where TRule : class, ICheckoutRule
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Shop.Add<ICheckoutRule>(static shop => ActivatorUtilities.CreateInstance<TRule>(shop));
        builder.Shop.Parts.Add(ShopPart.OfTheShop<ICheckoutRule>("A checkout rule"));
        return builder;
    }

    /// <summary>
    /// Adds a rule that rejects carts below a minimum: the sum of the lines minus the discount, without shipping and added tax.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="minimum">The minimum. Carts in other currencies are not checked; add a minimum for each currency.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddMinimumOrder(this WhatsCommerceStorefrontBuilder builder, Money minimum) =>
        builder.AddRule((_, texts) => new MinimumOrderRule(minimum, texts));

    /// <summary>Adds a rule that rejects carts outside opening hours, and tells the customer when the shop opens again.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets hours and time zone.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The machine does not know the time zone.</exception>
    public static WhatsCommerceStorefrontBuilder AddOpeningHours(
        this WhatsCommerceStorefrontBuilder builder, Action<OpeningHours> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        OpeningHours hours = new();
        configure(hours);
        if (hours.TimeZone is string zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw new ArgumentException($"There is no time zone \"{zone}\": write an IANA name, such as Asia/Kolkata.", nameof(configure));
        }

        return builder.AddRule((shop, texts) => new OpeningHoursRule(hours, shop, texts));
    }

    /// <summary>
    /// Adds a rule that rejects addresses outside a delivery area; the customer can enter another one. Requires the address step
    /// (<see cref="AddDeliverySteps"/>).
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets postal codes and circles.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddDeliveryArea(
        this WhatsCommerceStorefrontBuilder builder, Action<DeliveryArea> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        DeliveryArea area = new();
        configure(area);
        return builder.AddRule((_, texts) => new DeliveryAreaRule(area, texts));
    }

    private static WhatsCommerceStorefrontBuilder AddRule(
        this WhatsCommerceStorefrontBuilder builder, Func<ShopServices, Texts, ICheckoutRule> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddReplies();
        builder.Shop.Add(shop => create(shop.Get<ShopServices>(), shop.Get<Texts>()));
        return builder;
    }

    private static WhatsCommerceStorefrontBuilder AddStep(this WhatsCommerceStorefrontBuilder builder, ICheckoutStep step)
    {
        builder.AddStepAnswers();
        builder.Shop.Add(_ => step);
        return builder;
    }

    private static void AddStepAnswers(this WhatsCommerceStorefrontBuilder builder)
    {
        if (builder.Shop.Has<StepAnswers>())
        {
            return;
        }

        builder.Shop.Add(StorefrontServices.CreateStepAnswers);
        builder.AddReplies();
        builder.Shop.Add(static _ => new Responder(
            ResponderPlace.CheckoutStep,
            static message => !message.RetailerId.HasValue,
            static (services, context, token) => services.GetRequiredService<StepAnswers>().ReplyAsync(context, token)));
    }
}
