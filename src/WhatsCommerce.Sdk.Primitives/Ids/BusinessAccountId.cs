namespace WhatsCommerce;

/// <summary>The id of a WhatsApp Business account (WABA), which owns phone numbers and templates.</summary>
/// <remarks>
/// Digits. Webhooks carry it in <c>entry[].id</c>. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct BusinessAccountId;
