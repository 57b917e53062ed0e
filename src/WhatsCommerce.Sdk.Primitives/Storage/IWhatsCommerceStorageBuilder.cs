namespace WhatsCommerce;

/// <summary>
/// Represents a builder that can be told where to store durable data: <c>UseSqlite(...)</c> and <c>UsePostgreSql(...)</c> extend it, for
/// webhooks and storefronts alike.
/// </summary>
/// <remarks>The services are a type parameter, because this package has no dependencies: it is always <c>IServiceCollection</c>.</remarks>
/// <typeparam name="TServices"><c>IServiceCollection</c>.</typeparam>
public interface IWhatsCommerceStorageBuilder<out TServices>
{
    /// <summary>Gets the services of the app.</summary>
    TServices Services { get; }
}
