namespace WhatsCommerce.Templates;

/// <summary>Tracks whether the variables of one template have numbers or names, which must not be mixed.</summary>
internal sealed class VariableNames
{
    /// <summary>Whether they have names; <see langword="null"/> as long as there was none.</summary>
    public bool? AreNamed { get; set; }
}
