using System.Security.Cryptography.X509Certificates;

namespace WhatsCommerce;

/// <summary>
/// Trust in the certificate of a provider that runs on this machine. Only the testing package can make one, so that no configuration of an
/// app can.
/// </summary>
/// <param name="Address">The loopback address from which the certificate is read, in place of the provider's own.</param>
/// <param name="Authority">The root that the certificate must be signed by.</param>
internal sealed record LocalCertificateTrust(Uri Address, X509Certificate2 Authority);
