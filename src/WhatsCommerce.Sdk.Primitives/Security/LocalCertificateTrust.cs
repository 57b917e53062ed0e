using System.Security.Cryptography.X509Certificates;

namespace WhatsCommerce;

/// <summary>
/// Trusts the certificate of a provider that runs on this machine. Only the testing package can create one, so that the configuration of an
/// app cannot.
/// </summary>
/// <param name="Address">The loopback address from which the certificate is read, instead of that of the provider.</param>
/// <param name="Authority">The root certificate that must have signed the certificate.</param>
internal sealed record LocalCertificateTrust(Uri Address, X509Certificate2 Authority);
