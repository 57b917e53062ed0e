namespace WhatsCommerce.Storefronts;

/// <summary>The weight of a word by the field that contains it.</summary>
internal static class FieldWeights
{
    private static readonly float[] Weights = [0, 0.5f, 0.5f, 0.8f, 0.9f, 0.95f, 0.97f, 0.97f, 1];

    public static float Of(Field field) => Weights[(int)field];
}
