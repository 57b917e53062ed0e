using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;
using WhatsCommerce.Flows;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register flow endpoints.</summary>
public static class WhatsCommerceFlowsServiceCollectionExtensions
{
    /// <summary>Registers the flow endpoint with options from configuration.</summary>
    /// <typeparam name="THandler">The handler; a new one for each request, with services of the request's scope.</typeparam>
    /// <param name="services">The services of the app.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="FlowOptions"/>, or the configuration of the app, whose section
    /// <c>WhatsCommerce:Flows</c> is used.
    /// </param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommerceFlows<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, IConfiguration configuration)
        where THandler : class, IFlowHandler => services.AddWhatsCommerceFlows<THandler>(Options.Options.DefaultName, configuration);

    /// <summary>Registers the flow endpoint with options from code.</summary>
    /// <typeparam name="THandler">The handler; a new one for each request, with services of the request's scope.</typeparam>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommerceFlows<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, Action<FlowOptions> configure)
        where THandler : class, IFlowHandler => services.AddWhatsCommerceFlows<THandler>(Options.Options.DefaultName, configure);

    /// <summary>Registers a named flow endpoint with options from configuration, for several keys, handlers or tenants.</summary>
    /// <typeparam name="THandler">The handler; a new one for each request, with services of the request's scope.</typeparam>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The name of the endpoint, which is also passed to <c>MapWhatsCommerceFlows</c>.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="FlowOptions"/>, or the configuration of the app, whose section
    /// <c>WhatsCommerce:Flows</c> is used.
    /// </param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommerceFlows<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, string name, IConfiguration configuration)
        where THandler : class, IFlowHandler
    {
        ArgumentNullException.ThrowIfNull(configuration);
        BoundSection bound = new(name, BoundSection.Of(configuration, "WhatsCommerce:Flows"), nameof(AddWhatsCommerceFlows));
        AddEndpoint<THandler>(services, name)
            .Configure(options => options.SectionPath = bound.Path)
            .Bind(bound.Configuration);
        services.AddSingleton<IValidateOptions<FlowOptions>>(provider => new SectionCheck<FlowOptions>(
            bound,
            KnownKeys.Of<FlowOptions>(),
            provider.GetService<IConfiguration>(),
            static options => options.PrivateKeys is not { Count: > 0 }));
        return services;
    }

    /// <summary>Registers a named flow endpoint with options from code, for several keys, handlers or tenants.</summary>
    /// <typeparam name="THandler">The handler; a new one for each request, with services of the request's scope.</typeparam>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The name of the endpoint, which is also passed to <c>MapWhatsCommerceFlows</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommerceFlows<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, string name, Action<FlowOptions> configure)
        where THandler : class, IFlowHandler
    {
        ArgumentNullException.ThrowIfNull(configure);
        AddEndpoint<THandler>(services, name).Configure(configure);
        return services;
    }

    private static OptionsBuilder<FlowOptions> AddEndpoint<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        IServiceCollection services, string name)
        where THandler : class, IFlowHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        if (services.Any(service => service.ServiceType == typeof(IFlowHandler) && Equals(service.ServiceKey, name)))
        {
            throw new InvalidOperationException(
                name.Length == 0
                    ? "AddWhatsCommerceFlows was called twice: a further endpoint needs a name."
                    : $"AddWhatsCommerceFlows was called twice for \"{name}\".");
        }

        services.AddLogging();
        StartChecks.AddTo(services);
        services.AddKeyedScoped<IFlowHandler, THandler>(name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FlowOptions>, FlowOptionsValidator>());
        return services.AddOptions<FlowOptions>(name).ValidateOnStart();
    }
}
