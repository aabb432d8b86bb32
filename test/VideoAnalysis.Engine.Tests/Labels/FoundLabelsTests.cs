using VideoAnalysis.Engine.Labels;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Tests.Labels;

public sealed class FoundLabelsTests
{
    [Fact]
    public void Objects_of_a_class_are_instances_of_one_label_and_ancestors_have_none()
    {
        var labels = FoundLabels.Of(
            [Seen("dog", 0.6f, x: 10), Seen("dog", 0.8f, x: 20), Seen("cat", 0.7f, x: 50)], 500, 200, 100, 50);

        Assert.Equal(["Animal", "Canine", "Cat", "Dog", "Mammal", "Pet"], labels.Select(label => label.Name));
        var dog = labels.Single(label => label.Name == "Dog");
        Assert.Equal(ObjectConfidence.Of(0.8f), dog.Confidence);
        Assert.Equal([0.05f, 0.1f], dog.Instances!.Select(instance => instance.BoundingBox!.Left));
        Assert.Equal(0.25f, dog.Instances![0].BoundingBox!.Height);
        Assert.Equal(["Animal", "Canine", "Mammal", "Pet"], dog.Parents);
        var canine = labels.Single(label => label.Name == "Canine");
        Assert.Null(canine.Instances);
        Assert.Equal(dog.Confidence, canine.Confidence);
        Assert.All(labels, label => Assert.Equal(500, label.Timestamp));
    }

    [Fact]
    public void What_is_less_sure_than_wanted_is_left_out_with_its_ancestors()
    {
        var labels = FoundLabels.Of([Seen("dog", 0.39f), Seen("cup", 0.5f)], 0, 100, 100, 50);

        Assert.Equal(["Cup"], labels.Select(label => label.Name));
    }

    [Fact]
    public void Every_class_of_the_network_has_a_label_and_every_ancestor_too()
    {
        Assert.Equal(80, ObjectLabels.OfClass.Count);
        Assert.Equal(("person", "toothbrush"), (ObjectLabels.Classes[0], ObjectLabels.Classes[79]));
        Assert.All(ObjectLabels.ByName.Values, label => Assert.All(label.Parents, parent =>
        {
            // Rekognition lists all ancestors: those of an ancestor are among them.
            Assert.Subset(label.Parents.ToHashSet(), ObjectLabels.ByName[parent].Parents.ToHashSet());
            Assert.DoesNotContain(label.Name, ObjectLabels.ByName[parent].Parents);
        }));
    }

    [Fact]
    public void Confidences_and_scores_are_two_names_of_the_same()
    {
        Assert.Equal(50, ObjectConfidence.Of(ObjectConfidence.Even), 3);
        Assert.Equal(100, ObjectConfidence.Of(1), 3);
        Assert.Equal(0.7f, ObjectConfidence.ScoreOf(ObjectConfidence.Of(0.7f)), 5);
    }

    private static DetectedObject Seen(string name, float score, double x = 0) => new(
        ObjectLabels.Classes.ToList().IndexOf(name), score, new Rectangle(x, 25, 25, 25));
}
