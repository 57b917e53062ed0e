namespace WhatsCommerce.Messages;

/// <summary>Creates messages: choose the kind, set its parts, call <c>Build()</c>.</summary>
/// <example>
/// <code>
/// ProductListMessage picks = Message.ProductList("146265584024623")
///     .Header("Fresh today").Body("Pick what you like")
///     .Section("Fruit", "apple-1kg", "banana-1kg")
///     .Build();
/// </code>
/// </example>
public static partial class Message;
