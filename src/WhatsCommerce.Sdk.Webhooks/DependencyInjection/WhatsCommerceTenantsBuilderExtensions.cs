using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;
using WhatsCommerce.Validation;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add tenants to a webhook endpoint, and bind handlers to a number, an account or a tenant.</summary>
public static class WhatsCommerceTenantsBuilderExtensions
{
    /// <summary>
    /// Adds the tenants of a directory to the endpoint: each event belongs to the tenant of its number or account, deliveries may be signed
    /// with a tenant's own secret, and handlers get the tenant.
    /// </summary>
    /// <remarks>
    /// <para>A signature is verified with <see cref="WebhookOptions.AppSecrets"/>, which may be empty; with the secrets of the tenant in
    /// the URL, mapped as <c>/webhooks/{tenant}</c>; or, if the URL contains no tenant, with those of the accounts in the body. The
    /// unverified body is used only to choose secrets; after verification, an event runs only if its tenant has the secret that signed
    /// the delivery, or if a secret of the endpoint signed it.</para>
    /// <para>A handler gets the tenant as <see cref="WebhookContext.Tenant"/>, <see cref="CurrentTenant"/>, or <c>TenantClient</c> of the
    /// client package.</para>
    /// </remarks>
    /// <typeparam name="TDirectory">The directory; registered as a singleton, also by its own type.</typeparam>
    /// <param name="builder">The endpoint.</param>
    /// <param name="configure">Sets the options, which all endpoints of the app with tenants share.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UseTenants<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDirectory>(
        this WhatsCommerceWebhooksBuilder builder, Action<WebhookTenantOptions>? configure = null)
        where TDirectory : class, IWhatsCommerceTenantDirectory
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<TDirectory>();
        builder.Services.TryAddSingleton<IWhatsCommerceTenantDirectory>(static provider => provider.GetRequiredService<TDirectory>());
        return builder.UseTenants(configure);
    }

    /// <summary>Adds tenants that are known at startup to the endpoint.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="tenants">The tenants, each with its numbers or its accounts.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">
    /// Two tenants have the same id or the same number, or an id of a number or an account is not one of Meta.
    /// </exception>
    public static WhatsCommerceWebhooksBuilder UseTenants(
        this WhatsCommerceWebhooksBuilder builder,
        IReadOnlyList<WhatsCommerceTenant> tenants,
        Action<WebhookTenantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(tenants);
        builder.Services.TryAddSingleton<IWhatsCommerceTenantDirectory>(new ListedTenants([.. tenants]));
        return builder.UseTenants(configure);
    }

    /// <summary>Adds the tenants of the <see cref="IWhatsCommerceTenantDirectory"/> that the app has registered to the endpoint.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UseTenants(
        this WhatsCommerceWebhooksBuilder builder, Action<WebhookTenantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseTenants();
        IServiceCollection services = builder.Services;
        services.AddOptions<WebhookOptions>(builder.Name).Configure(static options => options.UsesTenants = true);
        services.AddOptions<WebhookTenantOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IValidateOptions<WebhookTenantOptions>, WebhookTenantOptionsValidator>(),
            ServiceDescriptor.Singleton<IValidateOptions<WebhookTenantOptions>, TenantDirectoryCheck>(),
        ]);
        services.TryAddScoped<CurrentTenant>();
        services.TryAddSingleton(static provider => new TenantLookup(
            provider.GetService<IWhatsCommerceTenantDirectory>() ?? throw new InvalidOperationException(TenantDirectoryCheck.Missing),
            provider.GetRequiredService<IOptions<WebhookTenantOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new TenantGate(
            provider.GetRequiredService<TenantLookup>(), provider.GetRequiredService<ProcessingServices>()));
        return builder;
    }

    /// <summary>
    /// Binds handlers and behaviors to a business phone number: they do not run for events of another number, or of none.
    /// </summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="phoneNumberId">The id of the number.</param>
    /// <param name="configure">Adds the handlers.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The id is absent, or not an id of Meta.</exception>
    public static WhatsCommerceWebhooksBuilder ForNumber(
        this WhatsCommerceWebhooksBuilder builder, PhoneNumberId phoneNumberId, Action<WhatsCommerceWebhooksBuilder> configure)
    {
        Check(builder, configure);
        CheckId(phoneNumberId.Value, isOfNumber: true, nameof(phoneNumberId));
        configure(builder.Bind(webhookEvent => webhookEvent.PhoneNumberId == phoneNumberId, tenants: null));
        return builder;
    }

    /// <summary>
    /// Binds handlers and behaviors to a WhatsApp Business account (WABA): they do not run for events of another account, or of none.
    /// </summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="businessAccountId">The id of the account.</param>
    /// <param name="configure">Adds the handlers.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The id is absent, or not an id of Meta.</exception>
    public static WhatsCommerceWebhooksBuilder ForBusinessAccount(
        this WhatsCommerceWebhooksBuilder builder, BusinessAccountId businessAccountId, Action<WhatsCommerceWebhooksBuilder> configure)
    {
        Check(builder, configure);
        CheckId(businessAccountId.Value, isOfNumber: false, nameof(businessAccountId));
        configure(builder.Bind(webhookEvent => webhookEvent.BusinessAccountId == businessAccountId, tenants: null));
        return builder;
    }

    /// <summary>Binds handlers and behaviors to tenants that are chosen at run time, such as those of a plan.</summary>
    /// <remarks>
    /// The condition is evaluated when the handler is about to run. If it is not met, the event counts as handled for this handler, even if
    /// the condition changes later.
    /// </remarks>
    /// <param name="builder">The endpoint, which must have tenants: <c>UseTenants</c>.</param>
    /// <param name="tenants">Determines whether the handlers run for a tenant; must be fast and thread-safe.</param>
    /// <param name="configure">Adds the handlers.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder ForTenants(
        this WhatsCommerceWebhooksBuilder builder, Predicate<WhatsCommerceTenant> tenants, Action<WhatsCommerceWebhooksBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        Check(builder, configure);
        configure(builder.Bind(events: null, tenants));
        return builder;
    }

    private static void Check(WhatsCommerceWebhooksBuilder builder, Action<WhatsCommerceWebhooksBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
    }

    /// <summary>Throws for an id that no webhook has, with which the handlers would never run.</summary>
    private static void CheckId(string? id, bool isOfNumber, string name)
    {
        if (!MetaIdAttribute.Fits(id))
        {
            throw new ArgumentException(MetaIdAttribute.Problem(name, isOfNumber), name);
        }
    }
}
