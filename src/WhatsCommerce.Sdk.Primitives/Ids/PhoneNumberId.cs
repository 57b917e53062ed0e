namespace WhatsCommerce;

/// <summary>The id of a business phone number, from which messages are sent (not the number itself).</summary>
/// <remarks>
/// Digits. Shown in the App Dashboard under WhatsApp &gt; API Setup, and in every webhook's <c>metadata</c>.
/// A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct PhoneNumberId;
