namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>Starts a message from an approved template, with the values of its variables.</summary>
    /// <example>
    /// <code>
    /// TemplateMessage reminder = Message.Template("abandoned_cart", "en_US")
    ///     .Header("Pablo").Body("10OFF")
    ///     .ProductListButton(0, thumbnail: "2lc20305pt", new ProductSection("Popular bundles", "2lc20305pt", "nseiw1x3ch"))
    ///     .Build();
    /// </code>
    /// </example>
    /// <param name="name">The template's name: <c>a-z</c>, <c>0-9</c> and <c>_</c>, at most <see cref="MessageLimits.TemplateName"/>
    /// characters.</param>
    /// <param name="language">The language in which it was approved, such as <c>en_US</c>.</param>
    public static TemplateMessageBuilder Template(string? name, string? language) => new(name, language);

    /// <summary>
    /// Starts a message from a template with a known shape, so that it is also checked whether the parameters fit, before anything is sent.
    /// </summary>
    /// <example>
    /// <code>
    /// TemplateMessage message = Message.Template(definition.Shape).Body("Pablo", "10%").Build();
    /// </code>
    /// </example>
    /// <param name="shape">The parameters of the template; created from its definition.</param>
    public static TemplateMessageBuilder Template(TemplateShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(shape);
    }
}
